#include "test/core/pattern_rows.h"

#include <tuple>

namespace pattern {

namespace {

template <class R, class... A>
struct Signature {
  static std::tuple<A...> values(FunctionId id) {
    return [id]<int... Place>(std::integer_sequence<int, Place...>) {
      return std::tuple<A...>{value<A>(id, Place)...};
    }(std::make_integer_sequence<int, sizeof...(A)>());
  }

  static uint64_t callThrough(FunctionId id, AnyFn entry) {
    const auto typed = reinterpret_cast<R (*)(A...)>(entry);
    if constexpr (std::is_void_v<R>) {
      std::apply(typed, values(id));
      return 0;
    } else {
      return word(std::apply(typed, values(id)));
    }
  }

  static std::vector<uint64_t> arguments(FunctionId id) {
    return std::apply([](A... args) { return std::vector<uint64_t>{word(args)...}; }, values(id));
  }

  static uint64_t resultWord([[maybe_unused]] FunctionId id, [[maybe_unused]] Who who) {
    if constexpr (std::is_void_v<R>) {
      return 0;
    } else {
      return word(result<R>(who, id));
    }
  }

  static uint64_t wordAt([[maybe_unused]] const void* place) {
    if constexpr (std::is_void_v<R>) {
      return 0;
    } else {
      return word(*static_cast<const R*>(place));
    }
  }
};

template <class First, class Format>
struct VariadicSignature {
  static uint64_t callThrough(FunctionId id, AnyFn entry) {
    char format[] = "%s %d %.2f %c %ld";
    reinterpret_cast<void (*)(First, Format, ...)>(entry)(value<First>(id, 0), format, "text", id, 1.5, 'x', 7L);
    return 0;
  }

  static std::vector<uint64_t> arguments(FunctionId id) { return {word(value<First>(id, 0))}; }
  static uint64_t resultWord(FunctionId, Who) { return 0; }
  static uint64_t wordAt(const void*) { return 0; }
};

template <class S>
constexpr Shape kShape = {&S::callThrough, &S::arguments, &S::resultWord, &S::wordAt};

template <class T, class R, class... A>
constexpr Row rowFor(FunctionId id, const char* name, int defaultResult, R (*T::*)(A...)) {
  return {id, name, false, defaultResult, !std::is_void_v<R>, &kShape<Signature<R, A...>>};
}

template <class T, class First, class Format>
constexpr Row rowFor(FunctionId id, const char* name, int defaultResult, void (*T::*)(First, Format, ...)) {
  return {id, name, true, defaultResult, false, &kShape<VariadicSignature<First, Format>>};
}

template <FunctionId Id, auto Member, class Signature, int Default = 0>
constexpr Row row(const char* name) {
  return rowFor(Id, name, Default, Member);
}

using namespace mm::tag;

constexpr Row kRows[mm::kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

}  // namespace

const std::vector<Row>& rows() {
  static const std::vector<Row> all(std::begin(kRows), std::end(kRows));
  return all;
}

}  // namespace pattern
