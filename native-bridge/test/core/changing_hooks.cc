// Hooks and plugins that come and go, also while the function they hook is running.
#include <csetjmp>

#include "test/core/hooks.h"

namespace {

int ignoring(edict_t*) {
  note("pre" + std::to_string(server->core.dispatch().hook->firstSlot));
  answer(MRES_IGNORED);
  return 0;
}

}  // namespace

TEST("a slot that is filled after attach works from the next frame on") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  CHECK_EQ(host.core.hookCount(1), 0);
  onSpawn(plugin) = ignoring;
  spawn();
  CHECK_EQ(traced(), "");
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "pre1");
  CHECK_EQ(host.core.hookCount(1), 1);
}

TEST("a slot that is cleared is silent at once, and one that is swapped calls the new function at once") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  onSpawn(plugin) = ignoring;
  nextFrame();
  onSpawn(plugin) = nullptr;
  spawn();
  onSpawn(plugin) = [](edict_t*) { note("new"); answer(MRES_IGNORED); return 0; };
  spawn();
  CHECK_EQ(traced(), "new");
}

TEST("a function that is not hooked any more goes straight to the game") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  host.whenSeen = [](const pattern::Seen& call) {
    if (call.id == kSpawn) note(std::to_string(server->core.dispatch().depth));
  };
  onSpawn(plugin) = ignoring;
  nextFrame();
  spawn();
  onSpawn(plugin) = nullptr;
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "pre1 1 0");
}

TEST("a hook that is added while the function runs is called from the next call on") {
  Server host;
  static PluginControl* second;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    if (!server->core.info(2)) {
      second = &server->load(2, "plugin_b.so");
      onSpawn(*second) = ignoring;
      server->core.setRunning(2, false);
      server->core.setRunning(2, true);
    }
    return ignoring(nullptr);
  };
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "pre1");
  spawn();
  CHECK_EQ(traced(), "pre1 pre2");
}

TEST("a plugin that another one removes or pauses while the function runs is not called any more") {
  for (const bool removes : {true, false}) {
    static bool isRemoval;
    isRemoval = removes;
    Server host;
    onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
      isRemoval ? server->core.remove(2) : server->core.setRunning(2, false);
      return ignoring(nullptr);
    };
    onSpawn(host.load(2, "plugin_b.so")) = ignoring;
    onSpawn(host.load(3, "plugin_c.so")) = ignoring;
    nextFrame();
    spawn();
    CHECK_EQ(traced(), "pre1 pre3");
  }
}

TEST("a plugin that is removed from inside its own hook stays in memory until the next frame") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    server->core.remove(1);
    CHECK(Server::isMapped("plugin_a.so"));
    answer(MRES_SUPERCEDE);
    return 5;
  };
  nextFrame();
  CHECK_EQ(spawn(), 5);
  CHECK_EQ(spawn(), realSpawn());
  CHECK(host.core.info(1) == nullptr);
  CHECK(Server::isMapped("plugin_a.so"));
  nextFrame();
  CHECK(!Server::isMapped("plugin_a.so"));
}

TEST("a plugin that is removed outside every hook is out of memory at once") {
  Server host;
  host.load(1, "plugin_a.so");
  CHECK(Server::isMapped("plugin_a.so"));
  host.core.remove(1);
  CHECK(!Server::isMapped("plugin_a.so"));
}

TEST("a plugin can be removed and another put into its slot from inside its own hook") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    server->core.remove(1);
    onSpawn(server->load(1, "plugin_b.so")) = ignoring;
    note("old");
    answer(MRES_IGNORED);
    return 0;
  };
  nextFrame();
  spawn();
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "old pre1");
  CHECK_EQ(host.core.info(1)->name, "plugin_b");
}

TEST("a paused plugin's hooks are silent until it runs again") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = ignoring;
  nextFrame();
  host.core.setRunning(1, false);
  spawn();
  CHECK_EQ(traced(), "");
  CHECK_EQ(host.core.hookCount(1), 1);
  host.core.setRunning(1, true);
  spawn();
  CHECK_EQ(traced(), "pre1");
}

TEST("a function that calls itself through the hooks while hooks change goes on with the right arrays") {
  Server host;
  static int depth;
  depth = 0;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    ignoring(nullptr);
    if (++depth > 3) return 0;
    server->core.setRunning(2, depth % 2 == 0);
    spawn();
    answer(MRES_IGNORED);
    return 0;
  };
  onSpawn(host.load(2, "plugin_b.so")) = ignoring;
  nextFrame();
  CHECK_EQ(spawn(), realSpawn());
  // Paused in the first call, running again in the second, paused in the third: only the second's array is whole, and
  // it was emptied when the plugin was paused the second time.
  CHECK_EQ(traced(), "pre1 pre1 pre1 pre1");
}

TEST("a plugin that clears a slot and is removed before the next frame leaves no hook behind") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  onSpawn(plugin) = ignoring;
  nextFrame();
  onSpawn(plugin) = nullptr;
  host.core.remove(1);
  // Its tables are freed memory now, which the sanitizers watch.
  CHECK_EQ(spawn(), realSpawn());
  CHECK_EQ(traced(), "");
}

TEST("a plugin that is paused and resumed before its turn is called") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    server->core.setRunning(2, false);
    server->core.setRunning(2, true);
    return ignoring(nullptr);
  };
  onSpawn(host.load(2, "plugin_b.so")) = ignoring;
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "pre1 pre2");
}

TEST("a plugin that is removed and loaded again before its turn waits for the next call") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    server->core.remove(2);
    onSpawn(server->load(2, "plugin_b.so")) = ignoring;
    server->core.setRunning(2, false);
    server->core.setRunning(2, true);
    return ignoring(nullptr);
  };
  onSpawn(host.load(2, "plugin_b.so")) = ignoring;
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "pre1");
}

namespace {

std::jmp_buf hostLoop;

}  // namespace

TEST("calls that the engine left by longjmp are over at its next frame, and removed plugins go") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) -> int {
    server->core.remove(1);
    std::longjmp(hostLoop, 1);
  };
  nextFrame();
  if (setjmp(hostLoop) == 0) spawn();
  CHECK_EQ(server->core.dispatch().depth, 1U);
  nextFrame();
  CHECK_EQ(server->core.dispatch().depth, 0U);
  CHECK_EQ(intAt(metaGlobals().orig_ret), 0);
  CHECK(!Server::isMapped("plugin_a.so"));
}

TEST("a frame that a hook begins by itself ends no call that is running") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    server->core.remove(2);
    nextFrame();
    CHECK_EQ(server->core.dispatch().depth, 1U);
    CHECK(Server::isMapped("plugin_b.so"));
    return ignoring(nullptr);
  };
  onSpawn(host.load(2, "plugin_b.so")) = ignoring;
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "pre1");
}
