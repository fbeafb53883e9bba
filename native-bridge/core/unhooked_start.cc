#include "core/unhooked_start.h"

#include <cstdlib>

#include "core/front.h"
#include "core/game_config.h"
#include "core/game_directory.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

struct NamedGame {
  std::string path;  // absolute; "" where nobody names a game DLL
  std::string cure;  // what to do if it is the wrong one
};

NamedGame namedGame(const std::string& metamodDirectory) {
  const char* const variable = std::getenv("METAMOD_GAMEDLL");
  if (variable && *variable) return {inGameDirectory(variable), "correct METAMOD_GAMEDLL"};
  if (metamodDirectory.empty()) return {gameBehindFront(), "run 'metamod-loader install' again"};
  const std::string configFile = metamodDirectory + "/config.ini";
  const GameConfig config = readGameConfig(metamodDirectory);
  if (!config.gameDll.empty()) return {inGameDirectory(config.gameDll), "correct 'gamedll' in " + configFile};
  return {gameBehindFront(), "add a line such as 'gamedll dlls/hl.so' to " + configFile};
}

// The reason is a sentence or more; the cure goes on behind its last word.
std::string lineFor(const NamedGame& game, std::string reason) {
  if (reason.ends_with('.')) reason.pop_back();
  return "[META] ERROR: game DLL " + game.path + ": " + reason + "; " + game.cure;
}

}  // namespace

bool startUnhooked(const std::string& metamodDirectory) {
  const NamedGame game = namedGame(metamodDirectory);
  if (game.path.empty()) {
    const bool hasFolder = !metamodDirectory.empty();
    report("[META] ERROR: no game DLL is named; " + (hasFolder ? game.cure : "set METAMOD_GAMEDLL to its path"));
    return false;
  }
  const Outcome loaded = state().gameDll.load(game.path.c_str());
  if (!loaded.ok) report(lineFor(game, loaded.reason));
  return loaded.ok;
}

}  // namespace mm
