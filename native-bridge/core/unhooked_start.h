// The start without plugins, where nobody decides for us: the game runs as if we were not there.
#pragma once

namespace mm {

// Finds and loads the game DLL. Reports what is wrong. False: there is no game DLL, and the engine must give up.
bool startUnhooked();

}  // namespace mm
