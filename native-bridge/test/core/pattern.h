// Functions for every row of the three tables that do the same thing: tell the test what arguments they got, and return
// a value that tells who returned it. The engine, the game DLL and the plugins of the tests are made of them.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/function_table.h"
#include "core/tags.h"

namespace pattern {

using mm::AnyFn;
using mm::FunctionId;

enum Who { kReal, kPreHook, kPostHook, kCaller };

// One call as one of the functions saw it: each argument as a word, and the text of a variadic function.
struct Seen {
  Who who;
  int plugin;  // 0 for engine and game DLL
  FunctionId id;
  std::vector<uint64_t> words;
  std::string text;
};

// The test's side. It lives in the test program; each library is handed its address.
struct Sink {
  void (*seen)(const Seen& call);
  char* arena;  // every pointer that the patterns pass or return points into it
  static constexpr std::size_t kArenaSize = 1 << 20;
};

// The library's own: whom to tell, who we are, and where a plugin answers.
struct Self {
  const Sink* sink = nullptr;
  int plugin = 0;
  meta_globals_t* globals = nullptr;
  META_RES answer = MRES_IGNORED;
};
inline Self self;

template <class T>
uint64_t word(T value) {
  if constexpr (std::is_pointer_v<T>) {
    return reinterpret_cast<uintptr_t>(value);
  } else if constexpr (std::is_same_v<T, float>) {
    return std::bit_cast<uint32_t>(value);
  } else {
    return static_cast<uint64_t>(static_cast<int64_t>(value));
  }
}

// A value that no other (function, place) pair of the same type has, as far as the type can hold one.
template <class T>
T value(FunctionId id, int place) {
  const int number = id * 16 + place;
  if constexpr (std::is_pointer_v<T>) {
    return reinterpret_cast<T>(self.sink->arena + number * 64);
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<T>(number & 1);  // C++ allows an enum no number beyond its values
  } else {
    return static_cast<T>(number);
  }
}

inline constexpr int kResultPlace = 12;  // arguments have the places below

template <class R>
R result(Who who, FunctionId id) {
  if constexpr (!std::is_void_v<R>) return value<R>(id, kResultPlace + who);
}

inline void tell(Who who, FunctionId id, std::vector<uint64_t> words, std::string text = {}) {
  if (self.sink) self.sink->seen({who, self.plugin, id, std::move(words), std::move(text)});
  if (self.globals) self.globals->mres = self.answer;
}

template <Who W, FunctionId Id, class R, class... A>
struct Function {
  static R call(A... args) {
    tell(W, Id, {word(args)...});
    return result<R>(W, Id);
  }

  static std::tuple<A...> values() {
    return []<int... Place>(std::integer_sequence<int, Place...>) {
      return std::tuple<A...>{value<A>(Id, Place)...};
    }(std::make_integer_sequence<int, sizeof...(A)>());
  }

  static uint64_t callThrough(AnyFn entry) {
    const auto typed = reinterpret_cast<R (*)(A...)>(entry);
    if constexpr (std::is_void_v<R>) {
      std::apply(typed, values());
      return 0;
    } else {
      return word(std::apply(typed, values()));
    }
  }

  static std::vector<uint64_t> arguments() {
    return std::apply([](A... args) { return std::vector<uint64_t>{word(args)...}; }, values());
  }

  static uint64_t resultWord([[maybe_unused]] Who who) {
    if constexpr (std::is_void_v<R>) {
      return 0;
    } else {
      return word(result<R>(who, Id));
    }
  }

  // What orig_ret and override_ret point to.
  static uint64_t wordAt([[maybe_unused]] const void* place) {
    if constexpr (std::is_void_v<R>) {
      return 0;
    } else {
      return word(*static_cast<const R*>(place));
    }
  }
};

template <Who W, FunctionId Id, class First, class Format>
struct VariadicFunction {
  static void call(First first, Format format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    tell(W, Id, {word(first)}, text);
  }

  static uint64_t callThrough(AnyFn entry) {
    char format[] = "%s %d %.2f %c %ld";
    reinterpret_cast<void (*)(First, Format, ...)>(entry)(value<First>(Id, 0), format, "text", Id, 1.5, 'x', 7L);
    return 0;
  }

  static std::vector<uint64_t> arguments() { return {word(value<First>(Id, 0))}; }
  static uint64_t resultWord(Who) { return 0; }
  static uint64_t wordAt(const void*) { return 0; }
};

inline std::string variadicText(FunctionId id) { return "text " + std::to_string(id) + " 1.50 x 7"; }

struct Row {
  FunctionId id;
  const char* name;
  bool isVariadic;
  int defaultResult;
  bool hasResult;
  AnyFn call;
  uint64_t (*callThrough)(AnyFn entry);
  std::vector<uint64_t> (*arguments)();
  uint64_t (*resultWord)(Who who);
  uint64_t (*wordAt)(const void* place);
};

template <Who W>
struct Rows {
  template <FunctionId Id, int Default, class T, class R, class... A>
  static Row rowFor(const char* name, R (*T::*)(A...)) {
    using F = Function<W, Id, R, A...>;
    return {Id,      name, false, Default, !std::is_void_v<R>, reinterpret_cast<AnyFn>(&F::call),
            &F::callThrough, &F::arguments, &F::resultWord, &F::wordAt};
  }

  template <FunctionId Id, int Default, class T, class First, class Format>
  static Row rowFor(const char* name, void (*T::*)(First, Format, ...)) {
    using F = VariadicFunction<W, Id, First, Format>;
    return {Id,      name, true, Default, false, reinterpret_cast<AnyFn>(&F::call),
            &F::callThrough, &F::arguments, &F::resultWord, &F::wordAt};
  }

  template <FunctionId Id, auto Member, class Signature, int Default = 0>
  static Row row(const char* name) {
    return rowFor<Id, Default>(name, Member);
  }

  static const std::vector<Row>& all() {
    using namespace mm::tag;
    static const std::vector<Row> rows = {
#include "core/generated/engine_rows.inc"
#include "core/generated/dll_rows.inc"
#include "core/generated/newdll_rows.inc"
    };
    return rows;
  }

  static void fill(mm::FunctionTable& table) {
    for (const Row& row : all()) table.at[row.id] = row.call;
  }
};

}  // namespace pattern
