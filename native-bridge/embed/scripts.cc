#include "embed/scripts.h"

#include <cstdio>
#include <cstdlib>

#include "core/format.h"
#include "core/game_directory.h"
#include "core/report.h"
#include "core/state.h"
#include "embed/configuration.h"
#include "embed/libnode.h"
#include "embed/places.h"

namespace mm {
namespace {

constexpr const char* kRunsOn = "The game runs on without TypeScript plugins.";

const Starter* node = nullptr;  // once loaded, a Node library stays: V8 cannot begin anew in a process
bool isRunning = false;

void log(const char* line) { report(line); }

// JavaScript's messages have no full stop.
std::string sentence(const std::string& text) { return text.ends_with('.') ? text : text + "."; }

// An engine may leave by exit() alone.
void shutDownAtExit() {
  static const bool isDone = std::atexit(shutDownScripts) == 0;
  static_cast<void>(isDone);
}

Outcome runMainScript() {
  const std::string script = mainScript();
  if (script.empty()) {
    return Outcome::bad("the loader is not installed: no folder above " + coreFile() +
                        " has node_modules/@csr/metamod-loader. Run 'npx @csr/metamod-loader install' again.");
  }
  const std::string core = coreFile(), addon = coreFolder() + "/metamod_node.node";
  const std::string game = gameDirectory(), metamod = metamodDirectory();
  const StartOptions options{script.c_str(), addon.c_str(), core.c_str(), game.c_str(), metamod.c_str(), log};
  char why[4096] = "";
  if (!node->start(&options, why, sizeof why)) return Outcome::bad(script + ": " + why);
  isRunning = true;
  if (state().policy) return Outcome::good();
  stopScripts();
  return Outcome::bad(script + ": it did not open the bridge. Correct METAMOD_LOADER, or install the loader again.");
}

// Where the game thread stands. A callback of the event loop is JavaScript too, which no crossing told of.
Standing standing() {
  const Standing crossed = state().policy ? state().policy->standing() : Standing::Outside;
  return crossed == Standing::Outside && node->isPumping() ? Standing::InsideScript : crossed;
}

}  // namespace

bool areScriptsRunning() { return isRunning; }

bool startScripts() {
  // An engine that starts a second game without ending the first.
  if (isRunning) stopScripts();
  Outcome outcome = Outcome::good();
  if (!node) outcome = loadNode(readConfiguration().game.libnode, &node);
  if (outcome.ok) {
    shutDownAtExit();
    outcome = runMainScript();
  }
  if (!outcome.ok) report("[META] ERROR: Node: " + sentence(outcome.reason) + " " + kRunsOn);
  return outcome.ok;
}

void pumpScripts() {
  if (!isRunning) return;
  Policy* const policy = state().policy;
  node->pump(policy && policy->takeHasRun());
}

void shutDownScripts() {
  if (!isRunning) return;
  Policy* const policy = state().policy;
  if (standing() == Standing::InsideScript) {
    report("[META] ERROR: the server ends while JavaScript runs: TypeScript plugins are not detached.");
    std::fflush(nullptr);
    isRunning = false;
    return;
  }
  if (policy) policy->shutdown();
  stopScripts();
}

void forsakeScripts() { isRunning = false; }

void stopScripts() {
  if (!isRunning) return;
  isRunning = false;
  // Called from JavaScript by way of the engine: its frames are still on the stack, and need what would be freed.
  if (standing() == Standing::Outside) node->stop();
}

}  // namespace mm
