// Hooks of script plugins, as native-bridge/node supplies them: one C function for all of them, told which to run.
#include <utility>

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

namespace {

// A native plugin in slot 1 whose hook does something to the scripts behind it, the first time it is called.
void changeScripts(Server& host, void (*change)()) {
  static void (*once)();
  once = change;
  onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) {
    if (const auto change = std::exchange(once, nullptr)) change();
    note("native");
    answer(MRES_IGNORED);
    return 0;
  };
  nextFrame();
}

}  // namespace

TEST("a script hook that is put on between its neighbours while the function runs waits for the next call") {
  Server host;
  changeScripts(host, [] { server->core.setScriptHook(3, kSpawn, mm::kPre, true); });
  host.addScript(3, "script");
  addSpawnScripts(host, {2, 4});
  spawn();
  CHECK_EQ(traced(), "native script2-2 script4-4");
  spawn();
  CHECK_EQ(traced(), "native script2-4");
}

TEST("a script hook that is taken off and put on again while the function runs waits for the next call") {
  Server host;
  changeScripts(host, [] {
    server->core.setScriptHook(3, kSpawn, mm::kPre, false);
    server->core.setScriptHook(3, kSpawn, mm::kPre, true);
  });
  addSpawnScripts(host, {2, 3});
  spawn();
  CHECK_EQ(traced(), "native script2-2");
}

TEST("of neighbouring scripts the ones that are paused or removed while the function runs are passed over") {
  Server host;
  changeScripts(host, [] {
    server->core.remove(3);
    server->core.setRunning(4, false);
    server->core.setRunning(5, false);
    server->core.setRunning(5, true);
  });
  addSpawnScripts(host, {2, 3, 4, 5});
  spawn();
  CHECK_EQ(traced(), "native script2-2 script5-5");
}

TEST("a paused script parts its neighbours, so that none of them can bring it back into the run that goes on") {
  Server host;
  addSpawnScripts(host, {1, 2, 3});
  host.core.setRunning(2, false);
  spawn();
  host.core.setRunning(2, true);
  spawn();
  CHECK_EQ(traced(), "script1-1 script3-3 script1-3");
}

TEST("neighbouring scripts that are all gone leave the answers of those before them as they were") {
  Server host;
  changeScripts(host, [] {
    server->core.remove(2);
    server->core.remove(3);
  });
  onSpawn(host.load(4, "plugin_b.so")) = [](edict_t*) { note(answersSoFar()); answer(MRES_IGNORED); return 0; };
  addSpawnScripts(host, {2, 3});
  nextFrame();
  spawn();
  CHECK_EQ(traced(), "native prev=1,status=1");
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
