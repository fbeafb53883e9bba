// The lines of config.ini that matter before, or without, JavaScript. The loader reads the same file with the same
// syntax (packages/loader/src/configuration/config-ini.ts) and reports what is wrong with it; here a wrong line says nothing.
#pragma once

#include <string>
#include <string_view>

namespace mm {

struct GameConfig {
  std::string gameDll;      // as written, relative to the game directory or absolute; "" where the file names none
  std::string libnode;      // likewise; "" where Node is to be searched for
  bool autodetect = true;   // whether to look for the game DLL where none is named
};

// Reads config.ini. A file that is not there is one that says nothing.
GameConfig readGameConfig(const std::string& path);

// The same from the text of a file.
GameConfig parseGameConfig(const std::string& text);

// As the loader understands "yes", "off" and the like; false if the text is no such word.
bool parseBoolean(std::string_view text, bool& value);

}  // namespace mm
