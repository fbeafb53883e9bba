#include "embed/places.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>

#include "core/game_directory.h"

namespace mm {
namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// Links are followed, so that a core linked into a game directory still finds what was built or installed with it.
fs::path real(const fs::path& path) {
  std::error_code failed;
  fs::path resolved = fs::canonical(path, failed);
  if (!failed) return resolved;
  resolved = fs::absolute(path, failed);
  return failed ? path : resolved;
}

bool holdsSettings(const fs::path& folder) {
  return isThere(folder / "config.ini") || isThere(folder / "plugins.ini");
}

// As it was loaded, links not followed: an administrator's folder counts, also if it only links to a library elsewhere.
fs::path loadedFrom() {
  Dl_info info;
  // SAFETY: any function of ours lies in the library that is looked for.
  if (!dladdr(reinterpret_cast<void*>(&coreFile), &info) || !info.dli_fname) return {};
  std::error_code failed;
  const fs::path absolute = fs::absolute(info.dli_fname, failed);
  return failed ? fs::path(info.dli_fname) : absolute.lexically_normal();
}

}  // namespace

std::string coreFile() { return real(loadedFrom()); }

std::string coreFolder() { return fs::path(coreFile()).parent_path(); }

std::string metamodDirectory() {
  const fs::path own = loadedFrom().parent_path(), above = own.parent_path();
  for (const fs::path& candidate : {own, above}) {
    if (holdsSettings(candidate)) return candidate;
  }
  // An installation whose settings were deleted is still known by its packages.
  for (const fs::path& candidate : {above, own}) {
    if (isThere(candidate / "node_modules")) return candidate;
  }
  return fs::path(gameDirectory()) / "addons/metamod";
}

std::string configFile() {
  const fs::path folder = metamodDirectory(), above = folder.parent_path();
  const bool isAbove = folder == loadedFrom().parent_path() && !isThere(folder / "config.ini") &&
                       isThere(above / "config.ini");
  return (isAbove ? above : folder) / "config.ini";
}

std::string mainScript() {
  if (const char* const named = std::getenv("METAMOD_LOADER"); named && *named) return named;
  for (fs::path folder = coreFolder();; folder = folder.parent_path()) {
    const fs::path script = folder / "node_modules/@csr/metamod-loader/dist/server.cjs";
    if (isThere(script)) return real(script);
    if (folder == folder.parent_path()) return {};
  }
}

}  // namespace mm
