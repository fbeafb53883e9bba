// Finds the real game DLL. The engine's own settings name us, so they are no help; what helps is an administrator's
// word, the name of the game's folder, and what the libraries in it export.
#pragma once

#include <string>

#include "core/core.h"

namespace mm {

// See Core::findGameDll. A library that somebody names is not judged here: it is loaded or refused with its own reason.
FoundGame findGame(const std::string& named, bool autodetect);

// Whether that was called since the engine came, so that whoever called it has said what came of it.
bool wasGameSought();
void forgetSearch();

// Why a library is not the game's, as a line that begins with its path; "" where it looks like a game DLL of this
// architecture. Nothing in the library is run.
std::string whyNoGame(const std::string& path);

}  // namespace mm
