// Opening and closing the core library: the time in which the Bridge is of use.
#pragma once

#include <string>

#include "node/js.h"

namespace mm::node {

struct Bridge;

// Loads the core and connects it to the callbacks. False leaves an exception pending, and nothing open.
bool openSession(Bridge& bridge, const std::string& corePath, napi_value callbacks);
// Takes everything back: hooks, memory, references, the library.
void closeSession(Bridge& bridge);
// The same after the engine has left JavaScript by longjmp: V8 is not touched any more.
void forsakeSession(Bridge& bridge);

}  // namespace mm::node
