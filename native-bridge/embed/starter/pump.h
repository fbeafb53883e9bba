// One turn of the event loop for a frame of the game.
#pragma once

#include "embed/starter/environment.h"

namespace mm::starter {

// Runs promises and ticks if JavaScript ran since the last time, then what timers, sockets and other threads have for
// it. A frame that has nothing for JavaScript reads a flag, and enters neither libuv nor V8.
void pump(Environment& environment, bool ranScripts);

// Goes on until nothing is being written, read or asked for any more, for a short while at most: what a plugin began to
// write when it was detached gets to the disk. From the opening of a file to its closing a request is always under way.
void finishRequests(Environment& environment);

}  // namespace mm::starter
