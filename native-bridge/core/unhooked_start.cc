#include "core/unhooked_start.h"

#include "core/game_search.h"
#include "core/report.h"
#include "core/state.h"
#include "embed/configuration.h"

namespace mm {
namespace {

// What to do if the library is the wrong one.
std::string cureFor(const FoundGame& found, const Configuration& configuration) {
  if (found.source == "environment") return "correct METAMOD_GAMEDLL";
  if (found.source == "config") return "correct 'gamedll' in " + configuration.file;
  return "add a line such as 'gamedll dlls/hl.so' to " + configuration.file;
}

// The reason is a sentence or more; the cure goes on behind its last word.
std::string withoutStop(std::string reason) {
  if (reason.ends_with('.')) reason.pop_back();
  return reason;
}

}  // namespace

bool startUnhooked() {
  const Configuration configuration = readConfiguration();
  const FoundGame found = findGame(configuration.game.gameDll, configuration.game.autodetect);
  const std::string cure = cureFor(found, configuration);
  if (found.path.empty()) {
    report("[META] ERROR: no game DLL was found; " + cure + "; what was tried:");
    for (const std::string& line : found.tried) report("[META]   " + line);
    return false;
  }
  const Outcome loaded = state().gameDll.load(found.path.c_str());
  if (!loaded.ok) {
    report("[META] ERROR: game DLL " + found.path + ": " + withoutStop(loaded.reason) + "; " + cure);
  }
  return loaded.ok;
}

}  // namespace mm
