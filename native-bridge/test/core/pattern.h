// Functions for every row of the three tables that do the same thing: tell the test what arguments they got, and return
// a value that tells who returned it. The engine, the game DLL and the plugins of the tests are made of them.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/function_table.h"
#include "core/tags.h"

namespace pattern {

using mm::AnyFn;
using mm::FunctionId;

enum Who { kReal, kPreHook, kPostHook };

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

inline void tell(Who who, FunctionId id, std::initializer_list<uint64_t> words, const char* text = "") {
  if (self.sink) self.sink->seen({who, self.plugin, id, words, text});
  if (self.globals) self.globals->mres = self.answer;
}

template <Who W, FunctionId Id, class R, class... A>
R call(A... args) {
  tell(W, Id, {word(args)...});
  return result<R>(W, Id);
}

template <Who W, FunctionId Id, class First, class Format>
void callVariadic(First first, Format format, ...) {
  char text[256];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  tell(W, Id, {word(first)}, text);
}

// The functions of one of them, engine, game DLL or plugin.
template <Who W>
struct Functions {
  template <FunctionId Id, class T, class R, class... A>
  static AnyFn functionFor(R (*T::*)(A...)) {
    return reinterpret_cast<AnyFn>(&call<W, Id, R, A...>);
  }

  template <FunctionId Id, class T, class First, class Format>
  static AnyFn functionFor(void (*T::*)(First, Format, ...)) {
    return reinterpret_cast<AnyFn>(&callVariadic<W, Id, First, Format>);
  }

  template <FunctionId Id, auto Member, class Signature, int Default = 0>
  static AnyFn row(const char*) {
    return functionFor<Id>(Member);
  }

  static void fill(mm::FunctionTable& table) {
    using namespace mm::tag;
    table = {{
#include "core/generated/engine_rows.inc"
#include "core/generated/dll_rows.inc"
#include "core/generated/newdll_rows.inc"
    }};
  }
};

}  // namespace pattern
