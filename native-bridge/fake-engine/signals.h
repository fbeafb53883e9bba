// Signals as dedicated servers take them: SIGTERM and SIGINT are requests to quit, and a crash may shut the game down
// before the process ends, as Xash3D's handler does.
#pragma once

namespace fake {

class FakeEngine;

void endOnSignals();
bool wasToldToEnd();

// From now on a crash shuts this engine down; the process then ends with code 0, as Xash3D's does.
void shutDownOnCrash(FakeEngine& engine);

}  // namespace fake
