// The rules by which hooks are called and their answers merged.
#include "test/core/hooks.h"

namespace {

// Three plugins whose Spawn hooks are set by a test; they count from now on.
struct Three {
  Server host;
  PluginControl& a = host.load(1, "plugin_a.so");
  PluginControl& b = host.load(2, "plugin_b.so");
  PluginControl& c = host.load(3, "plugin_c.so");
  Three() { noteReal(); }
};

template <META_RES Answer, int Value>
int answering(edict_t*) {
  answer(Answer);
  return Value;
}

template <int Number>
int answeringNumber(edict_t*) {
  const int number = Number;
  std::memcpy(&server->core.dispatch().globals.mres, &number, sizeof number);
  return 10;
}

template <META_RES Answer, int Value>
int noting(edict_t*) {
  note(answersSoFar());
  return answering<Answer, Value>(nullptr);
}

}  // namespace

TEST("pre hooks run in plugin order, then the game's function, then post hooks in plugin order") {
  Three test;
  onSpawn(test.b) = [](edict_t*) { note("pre2"); answer(MRES_IGNORED); return 0; };
  onSpawn(test.a) = [](edict_t*) { note("pre1"); answer(MRES_IGNORED); return 0; };
  onSpawn(test.b, mm::kPost) = [](edict_t*) { note("post2"); answer(MRES_IGNORED); return 0; };
  onSpawn(test.a, mm::kPost) = [](edict_t*) { note("post1"); answer(MRES_HANDLED); return 0; };
  nextFrame();
  CHECK_EQ(spawn(), realSpawn());
  CHECK_EQ(traced(), "pre1 pre2 real post1 post2");
}

TEST("after a SUPERCEDE the other plugins are called, the game is not, and the last superceding value wins") {
  Three test;
  onSpawn(test.a) = answering<MRES_SUPERCEDE, 10>;
  onSpawn(test.b) = answering<MRES_SUPERCEDE, 20>;
  onSpawn(test.c) = [](edict_t*) { note("pre3"); answer(MRES_IGNORED); return 30; };
  onSpawn(test.c, mm::kPost) = [](edict_t*) {
    note("orig=" + std::to_string(intAt(metaGlobals().orig_ret)));
    answer(MRES_IGNORED);
    return 0;
  };
  nextFrame();
  CHECK_EQ(spawn(), 20);
  CHECK_EQ(traced(), "pre3 orig=20");
}

TEST("a pre OVERRIDE keeps its value, and the game's function still runs") {
  Three test;
  onSpawn(test.a) = answering<MRES_OVERRIDE, 10>;
  onSpawn(test.c, mm::kPost) = [](edict_t*) {
    note(intAt(metaGlobals().orig_ret) == realSpawn() ? "orig=real" : "orig=other");
    note("over=" + std::to_string(intAt(metaGlobals().override_ret)));
    answer(MRES_IGNORED);
    return 0;
  };
  nextFrame();
  CHECK_EQ(spawn(), 10);
  CHECK_EQ(traced(), "real orig=real over=10");
}

TEST("a SUPERCEDE followed by an OVERRIDE skips the game's function and answers the later value") {
  Three test;
  onSpawn(test.a) = answering<MRES_SUPERCEDE, 10>;
  onSpawn(test.b) = answering<MRES_OVERRIDE, 20>;
  nextFrame();
  CHECK_EQ(spawn(), 20);
  CHECK_EQ(traced(), "");
}

TEST("a post OVERRIDE wins over a pre SUPERCEDE and over an earlier post OVERRIDE") {
  Three test;
  onSpawn(test.a) = answering<MRES_SUPERCEDE, 10>;
  onSpawn(test.a, mm::kPost) = answering<MRES_OVERRIDE, 20>;
  onSpawn(test.b, mm::kPost) = answering<MRES_OVERRIDE, 30>;
  onSpawn(test.c, mm::kPost) = answering<MRES_HANDLED, 40>;
  nextFrame();
  CHECK_EQ(spawn(), 30);
}

TEST("a hook sees the previous plugin's answer and the highest so far; the previous one starts anew after the game") {
  Three test;
  onSpawn(test.a) = noting<MRES_OVERRIDE, 10>;
  onSpawn(test.b) = noting<MRES_HANDLED, 0>;
  onSpawn(test.c) = noting<MRES_IGNORED, 0>;
  onSpawn(test.a, mm::kPost) = noting<MRES_IGNORED, 0>;
  onSpawn(test.b, mm::kPost) = noting<MRES_IGNORED, 0>;
  nextFrame();
  spawn();
  CHECK_EQ(traced(),
           "prev=0,status=0 prev=3,status=3 prev=2,status=3 real prev=0,status=3 prev=1,status=3");
}

TEST("the result pointers can be read in every hook, also of functions without result, and between calls") {
  Three test;
  test.a.dll[mm::kPre]->pfnThink = [](edict_t*) {
    CHECK_EQ(intAt(metaGlobals().orig_ret), 0);
    CHECK_EQ(intAt(metaGlobals().override_ret), 0);
    note("read");
    answer(MRES_IGNORED);
  };
  onSpawn(test.a) = [](edict_t*) {
    CHECK_EQ(intAt(metaGlobals().orig_ret), 0);
    CHECK_EQ(intAt(metaGlobals().override_ret), 0);
    return answering<MRES_IGNORED, 0>(nullptr);
  };
  nextFrame();
  test.host.hooked.dll()->pfnThink(&test.host.edicts[1]);
  spawn();
  CHECK_EQ(traced(), "read real");
  CHECK_EQ(intAt(metaGlobals().orig_ret), 0);
  CHECK_EQ(intAt(metaGlobals().override_ret), 0);
}

TEST("a nested call has answers of its own and gives the outer call's back") {
  Three test;
  onSpawn(test.a) = answering<MRES_OVERRIDE, 10>;
  onSpawn(test.b) = [](edict_t*) {
    answer(MRES_HANDLED);
    const meta_globals_t before = metaGlobals();
    CHECK_EQ(server->core.dispatch().depth, 1U);
    const mm::Hook* const hook = server->core.dispatch().hook;
    server->hooked.dll()->pfnThink(nullptr);
    CHECK_EQ(std::memcmp(&before, &metaGlobals(), sizeof before), 0);
    CHECK(server->core.dispatch().hook == hook);
    return 0;
  };
  test.c.dll[mm::kPre]->pfnThink = [](edict_t*) {
    note("nested," + answersSoFar() + ",depth=" + std::to_string(server->core.dispatch().depth));
    answer(MRES_SUPERCEDE);
  };
  nextFrame();
  CHECK_EQ(spawn(), 10);
  CHECK_EQ(traced(), "nested,prev=0,status=0,depth=2 real");
  CHECK_EQ(test.host.core.dispatch().depth, 0U);
}

TEST("outside every hook a plugin may read the results as values of any type") {
  Server host;
  host.load(1, "plugin_a.so");
  CHECK(*static_cast<edict_t* const*>(metaGlobals().orig_ret) == nullptr);
  CHECK(*static_cast<edict_t* const*>(metaGlobals().override_ret) == nullptr);
}

TEST("a plugin that sets no result is named once for each function, and counts as IGNORED") {
  Three test;
  onSpawn(test.a) = [](edict_t*) { return 99; };
  onSpawn(test.b) = noting<MRES_IGNORED, 0>;
  test.a.dll[mm::kPre]->pfnThink = [](edict_t*) {};
  nextFrame();
  for (int i = 0; i < 3; ++i) CHECK_EQ(spawn(), realSpawn());
  test.host.hooked.dll()->pfnThink(nullptr);
  CHECK_EQ(trace.front(), "prev=1,status=1");
  CHECK_EQ(test.host.policyLines.size(), 2U);
  CHECK_EQ(test.host.policyLines.at(0),
           "[META] ERROR: plugin 'plugin_a' did not set meta_result in pfnSpawn, a pre hook; counted as IGNORED. "
           "Have every way out of the hook set it, by RETURN_META or RETURN_META_VALUE.");
  CHECK_EQ(test.host.policyLines.at(1),
           "[META] ERROR: plugin 'plugin_a' did not set meta_result in pfnThink, a pre hook; counted as IGNORED. "
           "Have every way out of the hook set it, by RETURN_META or RETURN_META_VALUE.");
}

TEST("a SUPERCEDE from a post hook is named once and counts as OVERRIDE") {
  Three test;
  onSpawn(test.a, mm::kPost) = answering<MRES_SUPERCEDE, 10>;
  onSpawn(test.b, mm::kPost) = noting<MRES_IGNORED, 0>;
  nextFrame();
  for (int i = 0; i < 3; ++i) CHECK_EQ(spawn(), 10);
  CHECK_EQ(trace.at(1), "prev=3,status=3");
  CHECK_EQ(test.host.policyLines.size(), 1U);
  CHECK_EQ(test.host.policyLines.at(0),
           "[META] ERROR: plugin 'plugin_a' answered SUPERCEDE in post hook pfnSpawn; counted as OVERRIDE, because the "
           "real function already ran. Answer MRES_OVERRIDE, or supercede in a pre hook.");
}

TEST("a result that is no META_RES counts as IGNORED") {
  Three test;
  onSpawn(test.a) = answeringNumber<77>;
  onSpawn(test.b) = answeringNumber<-1>;
  nextFrame();
  CHECK_EQ(spawn(), realSpawn());
  CHECK_EQ(test.host.policyLines.size(), 2U);
  CHECK_EQ(test.host.policyLines.at(1),
           "[META] ERROR: plugin 'plugin_b' set meta_result to -1 in pfnSpawn, a pre hook; counted as IGNORED. "
           "Set one of MRES_IGNORED, MRES_HANDLED, MRES_OVERRIDE, MRES_SUPERCEDE.");
}

TEST("a plugin that comes into the slot of another is told of its own mistakes") {
  Server host;
  for (int i = 0; i < 2; ++i) {
    onSpawn(host.load(1, "plugin_a.so")) = [](edict_t*) { return 0; };
    nextFrame();
    spawn();
    host.core.remove(1);
  }
  CHECK_EQ(host.policyLines.size(), 2U);
}

TEST("a plugin that a hook loads finds the globals of no call, and cannot answer for the hook") {
  Three test;
  onSpawn(test.a) = answering<MRES_OVERRIDE, 10>;
  onSpawn(test.b) = [](edict_t*) {
    answer(MRES_HANDLED);
    server->core.remove(3);
    server->load(3, "plugin_c.so", [](PluginControl& plugin) {
      plugin.whenAttached = [](PluginControl& attached) {
        note(answersSoFar() + ",orig=" + std::to_string(intAt(attached.globals->orig_ret)) +
             ",over=" + std::to_string(intAt(attached.globals->override_ret)));
        attached.globals->mres = MRES_SUPERCEDE;
      };
    });
    note(answersSoFar());
    return 0;
  };
  nextFrame();
  CHECK_EQ(spawn(), 10);
  CHECK_EQ(traced(), "prev=0,status=0,orig=0,over=0 prev=3,status=3 real");
}

TEST("the core's own work is done whatever plugins answer, and counts in no status") {
  Three test;
  test.a.dll[mm::kPre]->pfnServerActivate = [](edict_t*, int, int) { note(answersSoFar()); answer(MRES_SUPERCEDE); };
  test.a.dll[mm::kPre]->pfnServerDeactivate = [] { answer(MRES_SUPERCEDE); };
  test.a.dll[mm::kPre]->pfnStartFrame = [] { answer(MRES_SUPERCEDE); };
  test.a.newDll[mm::kPre]->pfnGameShutdown = [] { answer(MRES_SUPERCEDE); };
  nextFrame();
  test.host.hooked.dll()->pfnServerActivate(nullptr, 0, 0);
  test.host.hooked.dll()->pfnStartFrame();
  test.host.hooked.dll()->pfnServerDeactivate();
  test.host.hooked.newDll()->pfnGameShutdown();
  CHECK_EQ(traced(), "prev=0,status=0 mapStarted mapEnded shutdown");
}
