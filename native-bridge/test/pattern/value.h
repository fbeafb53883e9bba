// Patterned values: for each kind of parameter a value that follows from a number, so that it cannot be met by chance;
// how a function that was given one describes it; and what it leaves behind where the kind is an output.
//
//   Sample(seed), get()    a C argument, and the memory behind it
//   describe(value)        JSON
//   leave(value, seed)     what the real function writes, if the kind is an output
#pragma once

#include "core/tags.h"
#include "test/pattern/json.h"
#include "test/pattern/world.h"

namespace mm::pattern {

template <class Tag, class C>
struct Value;

template <class C>
struct ByValue {
  C value;
  C get() { return value; }
};

}  // namespace mm::pattern
