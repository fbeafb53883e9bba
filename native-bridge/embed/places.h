// Where the parts of an installation lie. The core library is the fixed point: whatever comes with it lies beside it,
// and the folder of configuration is its own or the one above.
#pragma once

#include <string>

namespace mm {

// The core library's own file, and the folder that holds it.
std::string coreFile();
std::string coreFolder();

// The folder with config.ini and plugins.ini: the core's own if it holds one of them, else the one above, else
// addons/metamod of the game.
std::string metamodDirectory();

// config.ini in that folder; where it is the core's own and has none, in the one above.
std::string configFile();

// The loader's main script: METAMOD_LOADER, else the nearest one in a node_modules folder above the core. Empty where
// there is none.
std::string mainScript();

}  // namespace mm
