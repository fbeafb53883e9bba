// A user message between C and JavaScript: an object as packages/sdk/src/raw/bridge.ts describes it.
#pragma once

#include "node/bridge.h"

namespace mm::node {

// Null, with an exception pending, where it cannot be made.
napi_value messageToJs(Bridge& bridge, const WholeMessage& message);

// Reads what JavaScript answered to a message: that one itself, another to be sent instead, which is put into `message`, or
// null for none. Anything else leaves an exception pending, and the message as it was.
MessageAnswer answerFromJs(Bridge& bridge, napi_value given, napi_value answer, WholeMessage& message);

}  // namespace mm::node
