#include "core/game_info.h"

#include <filesystem>

#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

// Engines answer with a path or with the bare name of the directory.
std::filesystem::path gameDirectory() {
  char name[4096] = "";
  realFunctions.engine()->pfnGetGameDir(name);
  std::error_code failed;
  const auto absolute = std::filesystem::absolute(name, failed);
  return failed ? std::filesystem::path(name) : absolute;
}

const char* description() {
  const auto describe = realFunctions.dll()->pfnGetGameDescription;
  const char* const text = describe ? describe() : nullptr;
  return text ? text : "";
}

}  // namespace

const char* gameInfo(plid_t, ginfo_t tag) {
  static std::string answer;
  const std::filesystem::path library = state().gameDll.library().path();
  switch (tag) {
    case GINFO_NAME: answer = gameDirectory().filename(); break;
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
