#include "test/pattern/tables.h"

#include <cstdarg>
#include <deque>
#include <tuple>
#include <utility>

#include "node/row.h"
#include "test/pattern/value_memory.h"
#include "test/pattern/value_words.h"

namespace mm::pattern {

World world;

namespace {

using namespace tag;

Record records[kFunctionCount];

// Each parameter of each function has a number of its own; a function's outputs and its results have others.
constexpr int seedOf(FunctionId id, std::size_t parameter) { return id * 16 + static_cast<int>(parameter) + 1; }
constexpr int kOutputSeed = 5000;

std::string joined(std::initializer_list<std::string> items) {
  std::string text;
  for (const std::string& item : items) append(text, item);
  return "[" + text + "]";
}

template <class Tag, class R>
R patternedResult(FunctionId id) {
  // A text must outlive the call, as an engine's do; a deque does not move what is in it.
  static std::deque<typename Value<Tag, R>::Sample> results;
  const int seed = seedOf(id, 8) + kOutputSeed + ++records[id].calls;
  return results.emplace_back(seed).get();
}

template <FunctionId id, class Signature, class Function>
struct Real;

template <FunctionId id, class ResultTag, std::size_t... at, class... Tags, class R, class... C>
struct Real<id, ResultTag(At<at, Tags>...), R (*)(C...)> {
  static R call(C... arguments) { return noted(std::index_sequence_for<C...>{}, arguments...); }

 private:
  template <std::size_t... index>
  static R noted(std::index_sequence<index...>, C... arguments) {
    records[id].received = joined({Value<Tags, C>::describe(arguments)...});
    (Value<Tags, C>::leave(arguments, seedOf(id, index) + kOutputSeed), ...);
    records[id].left = joined({Value<Tags, C>::describe(arguments)...});
    if constexpr (std::is_void_v<R>) {
      records[id].returned = "null";
    } else {
      const R result = patternedResult<ResultTag, R>(id);
      records[id].returned = Value<ResultTag, R>::describe(result);
      return result;
    }
  }
};

template <FunctionId id, class Signature, class First, class Text>
struct Real<id, Signature, void (*)(First, Text, ...)> {
  static void call(First first, Text format, ...) {
    va_list rest;
    va_start(rest, format);
    const char* text = va_arg(rest, const char*);
    va_end(rest);
    const bool isPlainText = std::strcmp(format, "%s") == 0;
    Real<id, Signature, void (*)(First, Text)>::call(first, const_cast<Text>(isPlainText ? text : "not given as %s"));
  }
};

template <FunctionId id, class Signature, class Function>
struct Invoke;

template <FunctionId id, class ResultTag, std::size_t... at, class... Tags, class R, class... C>
struct Invoke<id, ResultTag(At<at, Tags>...), R (*)(C...)> {
  template <class Function>
  static std::string call(Function function) {
    return called(function, std::index_sequence_for<C...>{});
  }

 private:
  template <class Function, std::size_t... index>
  static std::string called(Function function, std::index_sequence<index...>) {
    std::tuple<typename Value<Tags, C>::Sample...> samples(typename Value<Tags, C>::Sample(seedOf(id, index))...);
    const auto described = [&samples] { return joined({Value<Tags, C>::describe(std::get<index>(samples).get())...}); };
    const std::string before = described();
    std::string result = "null";
    if constexpr (std::is_void_v<R>) {
      function(std::get<index>(samples).get()...);
    } else {
      result = Value<ResultTag, R>::describe(function(std::get<index>(samples).get()...));
    }
    return "{\"before\":" + before + ",\"after\":" + described() + ",\"result\":" + result + "}";
  }
};

// A caller of a printf-like function formats: the bridge must hand on what comes out.
template <FunctionId id, class Signature, class First, class Text>
struct Invoke<id, Signature, void (*)(First, Text, ...)> {
  template <class Function>
  static std::string call(Function function) {
    return Invoke<id, Signature, void (*)(First, Text)>::call([function](First first, Text text) {
      const std::string given(text);
      char format[] = "%.4s%s%c";
      // "text", then the rest in two pieces.
      const std::string middle = given.substr(4, given.size() - 5);
      function(first, format, given.c_str(), middle.c_str(), given.back());
    });
  }
};

template <class Table>
Table& tableIn(Tables& tables) {
  if constexpr (std::is_same_v<Table, enginefuncs_t>) return tables.engine;
  if constexpr (std::is_same_v<Table, DLL_FUNCTIONS>) return tables.dll;
  if constexpr (std::is_same_v<Table, NEW_DLL_FUNCTIONS>) return tables.newDll;
}

struct Entry {
  void (*fill)(Tables&);
  std::string (*invoke)(const Tables&);
};

template <FunctionId id, auto Member, class Signature, int = 0>
constexpr Entry row(const char*) {
  using Table = typename node::MemberOf<Member>::TableType;
  using Function = typename node::MemberOf<Member>::FunctionType;
  return {
      [](Tables& tables) { tableIn<Table>(tables).*Member = Real<id, Signature, Function>::call; },
      [](const Tables& tables) {
        return Invoke<id, Signature, Function>::call(tableIn<Table>(const_cast<Tables&>(tables)).*Member);
      },
  };
}

constexpr Entry kRows[kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

// The core finds the entities by asking for the first; no patterned call does that.
edict_t* entityOfIndex(int index) {
  using Pattern = Real<72, Edict(At<96, Int>), edict_t* (*)(int)>;
  return index == 0 ? world.entities : Pattern::call(index);
}

Tables makeTables() {
  Tables tables = {};
  for (const Entry& entry : kRows) entry.fill(tables);
  tables.engine.pfnPEntityOfEntIndex = entityOfIndex;
  return tables;
}

}  // namespace

Record& recordOf(FunctionId id) { return records[id]; }

const Tables& realTables() {
  static const Tables tables = makeTables();
  return tables;
}

std::string invoke(FunctionId id, const Tables& tables) { return kRows[id].invoke(tables); }

}  // namespace mm::pattern
