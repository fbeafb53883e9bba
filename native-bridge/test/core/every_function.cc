// The whole width of the interface: each of the 214 functions is hooked before and after by a plugin in C, called with
// values of its own, and compared at every stop.
#include <utility>

#include "test/core/pattern_rows.h"
#include "test/core/server.h"

using namespace pattern;

namespace {

// An empty text, or what differed; one line for a function, so that a failure names it.
std::string difference(const Row& row, const std::vector<Seen>& seen, const std::vector<Who>& expected) {
  const std::string name = row.name;
  if (seen.size() != expected.size()) return name + " stopped " + std::to_string(seen.size()) + " times";
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const std::string stop = name + " at stop " + std::to_string(i);
    if (seen[i].who != expected[i] || seen[i].id != row.id) return stop + " reached another function";
    if (seen[i].words != row.arguments()) return stop + " got other arguments";
    if (row.isVariadic && seen[i].text != variadicText(row.id)) return stop + " got the text " + seen[i].text;
  }
  return {};
}

// What the core asks the engine on the way (the word that a client typed, a cvar) is no stop of the call.
uint64_t callFresh(const Row& row) {
  const auto whenSeen = std::exchange(server->whenSeen, nullptr);
  server->seen.clear();
  server->whenSeen = [&](const Seen& call) {
    if (whenSeen && call.id == row.id) whenSeen(call);
  };
  const uint64_t result = row.callThrough(server->hooked.at[row.id]);
  std::erase_if(server->seen, [&](const Seen& call) { return call.id != row.id; });
  server->whenSeen = whenSeen;
  return result;
}

void useOwnHooks(PluginControl& plugin) { plugin.usesPatterns = true; }

}  // namespace

TEST("the rows stand in the order of their numbers, and all 214 are there") {
  CHECK_EQ(rows().size(), static_cast<std::size_t>(mm::kFunctionCount));
  int expected = 0;
  for (const Row& row : rows()) CHECK_EQ(row.id, expected++);
}

TEST("a function that nobody hooks gets its arguments and gives its result as if called directly") {
  Server server({.usesPatternsOnly = true});
  for (const Row& row : rows()) {
    const uint64_t result = callFresh(row);
    CHECK_EQ(difference(row, server.seen, {kReal}), "");
    CHECK_EQ(result, row.resultWord(kReal));
  }
}

TEST("every function reaches pre hook, original and post hook with its arguments, and its result comes back") {
  Server server({.usesPatternsOnly = true});
  server.load(1, "plugin_a.so", useOwnHooks);
  CHECK_EQ(server.core.hookCount(1), 2 * mm::kFunctionCount);
  for (const Row& row : rows()) {
    uint64_t seenByPost = ~row.resultWord(kReal);
    server.whenSeen = [&](const Seen& call) {
      if (call.who == kPostHook) seenByPost = row.wordAt(server.core.dispatch().globals.orig_ret);
    };
    const uint64_t result = callFresh(row);
    CHECK_EQ(difference(row, server.seen, {kPreHook, kReal, kPostHook}), "");
    CHECK_EQ(result, row.resultWord(kReal));
    CHECK_EQ(seenByPost, row.resultWord(kReal));
  }
}

TEST("every function can be superceded before the original, and its post hook sees the superceding result") {
  Server server({.usesPatternsOnly = true});
  PluginControl& plugin = server.load(1, "plugin_a.so", useOwnHooks);
  for (const Row& row : rows()) {
    uint64_t seenByPost = ~row.resultWord(kPreHook);
    plugin.self->answer = MRES_SUPERCEDE;
    server.whenSeen = [&](const Seen& call) {
      if (call.who == kPreHook) return;
      seenByPost = row.wordAt(server.core.dispatch().globals.orig_ret);
      plugin.self->answer = MRES_IGNORED;
    };
    // The pattern writes its answer after it told us, so the post hook's is the one set above.
    const uint64_t result = callFresh(row);
    CHECK_EQ(difference(row, server.seen, {kPreHook, kPostHook}), "");
    CHECK_EQ(result, row.resultWord(kPreHook));
    CHECK_EQ(seenByPost, row.resultWord(kPreHook));
  }
}

TEST("every function's result can be overridden after the original") {
  Server server({.usesPatternsOnly = true});
  PluginControl& plugin = server.load(1, "plugin_a.so", useOwnHooks);
  for (const Row& row : rows()) {
    server.whenSeen = [&](const Seen& call) {
      plugin.self->answer = call.who == kPostHook ? MRES_OVERRIDE : MRES_IGNORED;
    };
    const uint64_t result = callFresh(row);
    CHECK_EQ(difference(row, server.seen, {kPreHook, kReal, kPostHook}), "");
    CHECK_EQ(result, row.resultWord(kPostHook));
  }
}

TEST("a function that the game DLL lacks answers its default, hooked or not") {
  Server server({.usesPatternsOnly = true, .setGame = [](GameControl& game) { game.lacks.set(); }});
  for (const bool isHooked : {false, true}) {
    if (isHooked) server.load(1, "plugin_a.so", useOwnHooks);
    for (const Row& row : rows()) {
      if (row.id < mm::kDllFirst || !row.hasResult) continue;
      CHECK_EQ(callFresh(row), static_cast<uint64_t>(row.defaultResult));
      CHECK_EQ(difference(row, server.seen, isHooked ? std::vector{kPreHook, kPostHook} : std::vector<Who>{}), "");
    }
  }
}

TEST("the defaults are TRUE for ClientConnect, 1 for ShouldCollide and 0 elsewhere") {
  for (const Row& row : rows()) {
    const std::string name = row.name;
    const bool isYes = name == "pfnClientConnect" || name == "pfnShouldCollide";
    if (row.id >= mm::kDllFirst) CHECK_EQ(row.defaultResult, isYes ? 1 : 0);
  }
}
