// Hooks of script plugins, as native-bridge/node supplies them: one C function for all of them, told which to run.
#include "test/core/hooks.h"

namespace {

int scriptSpawn(edict_t*) {
  const mm::Dispatch& now = server->core.dispatch();
  note("script" + std::to_string(now.hook->firstSlot) + "-" + std::to_string(now.hook->lastSlot));
  answer(MRES_IGNORED);
  return 0;
}

void addSpawnScripts(Server& host, std::initializer_list<int> slots) {
  host.scriptHooks[mm::kPre][kSpawn] = reinterpret_cast<mm::AnyFn>(&scriptSpawn);
  host.core.setScriptHooks(host.scriptHooks);
  for (const int slot : slots) {
    host.addScript(slot, "script");
    host.core.setScriptHook(slot, kSpawn, mm::kPre, true);
  }
}

}  // namespace

TEST("neighbouring script plugins are one hook, and a native plugin between them parts it") {
  Server host;
  onSpawn(host.load(4, "plugin_a.so")) = [](edict_t*) { note("native"); answer(MRES_IGNORED); return 0; };
  nextFrame();
  addSpawnScripts(host, {1, 2, 3, 5});
  spawn();
  CHECK_EQ(traced(), "script1-3 native script5-5");
}

TEST("a native plugin that does not hook the function does not part its neighbours") {
  Server host;
  host.load(2, "plugin_a.so");
  addSpawnScripts(host, {1, 3});
  spawn();
  CHECK_EQ(traced(), "script1-3");
}

TEST("a script hook that ran several plugins tells the answer of the last as the previous one") {
  Server host;
  addSpawnScripts(host, {1, 2});
  host.scriptHooks[mm::kPre][kSpawn] = reinterpret_cast<mm::AnyFn>(static_cast<SpawnHook>([](edict_t*) {
    answer(MRES_OVERRIDE);
    server->core.dispatch().lastInRun = MRES_HANDLED;
    return 5;
  }));
  host.core.setScriptHooks(host.scriptHooks);
  onSpawn(host.load(3, "plugin_a.so")) = [](edict_t*) { note(answersSoFar()); answer(MRES_IGNORED); return 0; };
  nextFrame();
  CHECK_EQ(spawn(), 5);
  CHECK_EQ(traced(), "prev=2,status=3");
}

TEST("a script hook that is taken off, paused or removed is not called") {
  Server host;
  addSpawnScripts(host, {1, 2, 3});
  host.core.setScriptHook(3, kSpawn, mm::kPre, false);
  spawn();
  host.core.setRunning(2, false);
  spawn();
  host.core.remove(1);
  spawn();
  host.core.setRunning(2, true);
  spawn();
  CHECK_EQ(traced(), "script1-2 script1-1 script2-2");
  CHECK_EQ(host.core.hookCount(2), 1);
}

TEST("a script plugin has a PLID of its own that tells what it said of itself") {
  Server host;
  host.addScript(1, "one");
  host.addScript(2, "two");
  CHECK_EQ(host.core.info(2)->name, "two");
  CHECK_EQ(host.core.info(2)->loadable, PT_ANYTIME);
  CHECK_EQ(host.core.slotOf(host.core.info(2)), 2);
  CHECK_EQ(host.core.slotOf(nullptr), 0);
  CHECK(host.core.info(3) == nullptr);
}
