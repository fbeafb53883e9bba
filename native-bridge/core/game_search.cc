#include "core/game_search.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "core/elf_check.h"
#include "core/elf_image.h"
#include "core/front.h"
#include "core/game_directory.h"
#include "core/known_games.h"

namespace mm {
namespace {

namespace fs = std::filesystem;

// Text that every Metamod holds, whatever it is called: it looks for this function in its plugins.
constexpr std::string_view kMarkOfMetamods{"Meta_Attach", sizeof "Meta_Attach"};

// What an export tells of a library that has the functions of a game DLL too.
struct OtherKind {
  const char *name, *kind;
};
constexpr OtherKind kOtherKinds[] = {
    {"MetamodCore", "is Metamod itself"},
    {"Meta_Query", "is a plugin of Metamod"},
    {"AMXX_Query", "is a module of AMX Mod X"},
};

bool wasSought = false;

bool isFile(const fs::path& path) {
  std::error_code failed;
  return fs::is_regular_file(path, failed);
}

bool isSameFile(const fs::path& a, const fs::path& b) {
  std::error_code failed;
  return fs::equivalent(a, b, failed) && !failed;
}

// Most reasons for refusing a library begin with its path already.
std::string withPath(const std::string& path, const std::string& reason) {
  return path + ":" + (reason.starts_with(path) ? reason.substr(path.size()) : " " + reason);
}

bool fromKnownNames(FoundGame& found) {
  const fs::path game = gameDirectory();
  const std::vector<std::string> names = knownGameDlls(game.filename().string());
  if (names.empty()) found.tried.push_back("'" + game.filename().string() + "' is no game whose library is known");
  for (const std::string& name : names) {
    const std::string path = game / name;
    const std::string why = whyNoGame(path);
    if (why.empty()) {
      found.path = path;
      found.source = "known";
      return true;
    }
    found.tried.push_back(why);
  }
  return false;
}

// In an order that does not depend on the file system.
std::vector<fs::path> librariesIn(const fs::path& folder) {
  std::vector<fs::path> libraries;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->path().extension() == ".so") libraries.push_back(entry->path());
  }
  std::sort(libraries.begin(), libraries.end());
  return libraries;
}

// The libraries of a folder that look like games, each file once, whatever links lead to it.
std::vector<fs::path> gamesIn(const fs::path& folder, std::vector<std::string>& tried) {
  std::vector<fs::path> games;
  const std::vector<fs::path> libraries = librariesIn(folder);
  if (libraries.empty()) tried.push_back(folder.string() + ": has no libraries");
  for (const fs::path& library : libraries) {
    const std::string why = whyNoGame(library);
    const bool isThere = std::any_of(games.begin(), games.end(), [&](const fs::path& game) {
      return isSameFile(game, library);
    });
    if (why.empty() && !isThere) games.push_back(library);
    // The search for known names may have looked at it already.
    if (!why.empty() && std::find(tried.begin(), tried.end(), why) == tried.end()) tried.push_back(why);
  }
  return games;
}

void fromExports(FoundGame& found) {
  const fs::path game = gameDirectory();
  for (const fs::path& folder : {game / "dlls", game}) {
    const std::vector<fs::path> games = gamesIn(folder, found.tried);
    if (games.empty()) continue;
    if (games.size() == 1) {
      found.path = games[0];
      found.source = "search";
      return;
    }
    for (const fs::path& each : games) found.tried.push_back(each.string() + ": may be the game, but so may another");
    return;
  }
}

}  // namespace

std::string whyNoGame(const std::string& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return path + ": no such file";
  if (!isFile(path)) return path + ": is no file";
  const Outcome checked = checkElf(path.c_str());
  if (!checked.ok) return withPath(path, checked.reason);
  const ElfImage library(path.c_str());
  if (!library.isWhole()) return path + ": is damaged, shorter than its headers say";
  for (const OtherKind& other : kOtherKinds) {
    if (library.exports(other.name)) return path + ": " + other.kind;
  }
  if (!library.exports("GiveFnptrsToDll") || !(library.exports("GetEntityAPI") || library.exports("GetEntityAPI2"))) {
    return path + ": exports no GiveFnptrsToDll and GetEntityAPI, so it is no game DLL";
  }
  return library.holds(kMarkOfMetamods) ? path + ": is another Metamod" : "";
}

bool wasGameSought() { return wasSought; }
void forgetSearch() { wasSought = false; }

FoundGame findGame(const std::string& named, bool autodetect) {
  wasSought = true;
  const char* const variable = std::getenv("METAMOD_GAMEDLL");
  if (variable && *variable) return {inGameDirectory(variable), "environment", {}};
  if (!named.empty()) return {inGameDirectory(named), "config", {}};
  if (std::string front = gameBehindFront(); !front.empty()) return {std::move(front), "front", {}};
  FoundGame found;
  if (!autodetect) found.tried.push_back("nothing was searched, because 'autodetect' is off");
  else if (!fromKnownNames(found)) fromExports(found);
  return found;
}

}  // namespace mm
