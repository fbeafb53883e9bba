// The lines of config.ini that matter before, or without, JavaScript. The loader reads the same file with the same
// syntax (packages/loader/src/config-ini.ts) and reports what is wrong with the others.
#pragma once

#include <string>

namespace mm {

struct GameConfig {
  std::string gameDll;  // as written, relative to the game directory or absolute; "" where the file names none
  std::string libnode;  // likewise; "" where Node is to be searched for
};

// Reads `config.ini` in Metamod's folder. A file that is not there is one that says nothing.
GameConfig readGameConfig(const std::string& metamodDirectory);

// The same from the text of a file.
GameConfig parseGameConfig(const std::string& text);

}  // namespace mm
