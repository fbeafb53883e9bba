#include "core/game_info.h"

#include <filesystem>

#include "core/game_directory.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

const char* description() {
  const auto describe = realFunctions.dll()->pfnGetGameDescription;
  const char* const text = describe ? describe() : nullptr;
  return text ? text : "";
}

}  // namespace

const char* gameInfo(ginfo_t tag) {
  static std::string answer;
  const std::filesystem::path library = state().gameDll.library().path();
  switch (tag) {
    case GINFO_NAME: answer = std::filesystem::path(gameDirectory()).filename(); break;
    case GINFO_DESC: answer = description(); break;
    case GINFO_GAMEDIR: answer = gameDirectory(); break;
    case GINFO_DLL_FULLPATH:
    case GINFO_REALDLL_FULLPATH: answer = library; break;
    case GINFO_DLL_FILENAME: answer = library.filename(); break;
    default: return nullptr;
  }
  return answer.c_str();
}

}  // namespace mm
