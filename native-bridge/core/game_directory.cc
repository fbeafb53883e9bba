#include "core/game_directory.h"

#include <filesystem>

#include "core/slots.h"

namespace mm {

namespace fs = std::filesystem;

// Engines answer with a path or with the bare name of the directory.
std::string gameDirectory() {
  char name[4096] = "";
  if (const auto getGameDir = realFunctions.engine()->pfnGetGameDir) getGameDir(name);
  std::error_code failed;
  const fs::path absolute = fs::absolute(*name ? name : ".", failed);
  return failed ? name : absolute.lexically_normal().string();
}

std::string inGameDirectory(const std::string& path) {
  // An absolute path replaces the one before it.
  return (fs::path(gameDirectory()) / path).lexically_normal();
}

}  // namespace mm
