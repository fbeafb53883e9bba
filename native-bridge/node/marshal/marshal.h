// What a kind of parameter must be able to do. `Marshal<Tag, C>` does it for the kind `Tag` where the C type is `C`:
//
//   kFrameBytes              how much room it takes in a frame
//   info                     what the functions that read a frame's references must know
//   load(bridge, at, value)  hook: the C argument into the frame, before JavaScript runs
//   store(bridge, at, value) hook: what JavaScript wrote back into C memory; only where info.writable
//   Argument                 call: holds the C argument while the function runs, with
//     read(in, at)           from the frame or from JavaScript's arguments; false leaves an exception pending
//     value()                the C argument
//     write(bridge, at)      what the function left behind, into the frame
//   kReferences              call: how many JavaScript arguments it takes
//   kCallable                whether JavaScript may call a function that has such a parameter
//
// `Result<Tag, C>` does the same for what a function returns.
#pragma once

#include <string>

#include "node/bridge.h"
#include "node/frame.h"
#include "node/pointer.h"
#include "node/row.h"

namespace mm::node {

// The call that is being prepared: where it stands in its parameters, and how it complains.
struct CallReader {
  Bridge& bridge;
  const char* function;
  const napi_value* references;
  int parameter = 0;

  napi_value nextReference() { return *references++; }
  std::string what() const { return "parameter " + std::to_string(parameter + 1); }
  std::string place() const { return std::string(function) + ": " + what(); }

  bool refuse(Complaint kind, const std::string& reason) const {
    complain(bridge.env, kind, function, what() + " " + reason);
    return false;
  }
};

template <class Tag, class C>
struct Marshal;

template <class Tag, class C>
struct Result;

// Parts that most kinds share.
struct Plain {
  static constexpr std::size_t kFrameBytes = 8;
  static constexpr ValueInfo info = {};
  static constexpr int kReferences = 0;
  static constexpr bool kCallable = true;
};

struct Writable : Plain {
  static constexpr ValueInfo info = {.writable = true};
};

// A hook's C argument that holds nothing a frame could hold: JavaScript fetches it when it wants it.
struct Fetched : Plain {
  static constexpr std::size_t kFrameBytes = 0;
  static constexpr int kReferences = 1;
  template <class C>
  static void load(Bridge&, std::byte*, const C&, bool) {}
};

}  // namespace mm::node
