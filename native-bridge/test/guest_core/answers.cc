// What becomes of the answers of TypeScript plugins on hosts of both kinds.
#include <csetjmp>
#include <utility>

#include "test/guest_core/host.h"

namespace {

constexpr int kReal = 1;

template <META_RES Answer, int Value>
int answering(edict_t*) {
  answer(Answer);
  return Value;
}

template <META_RES Answer, int Value>
mm::AnyFn spawnHook() {
  return anyFn(&answering<Answer, Value>);
}

// A native plugin between the stubs.
Plugin& addNative(Host& host) {
  host.plugins.push_back(std::make_unique<Plugin>());
  host.plugins.back()->isRunning = true;
  return *host.plugins.back();
}

struct Two {
  explicit Two(Kind kind) : host(kind) {
    host.loadBridge();
    host.loadStub("alpha");
    host.loadStub("beta");
    host.startFrame();
    host.traced();
  }
  Host host;
};

// The hooks of both plugins are one C function here; which of them runs is told by the slot.
int onlyFirstOverrides(edict_t*) {
  answer(slotOfHook() == 1 ? MRES_OVERRIDE : MRES_IGNORED);
  return 10;
}

constexpr Kind kBoth[] = {Kind::KeepsValues, Kind::LosesValues};

}  // namespace

TEST("a pre hook's OVERRIDE reaches the caller on every host, and the real function runs") {
  for (const Kind kind : kBoth) {
    Two test(kind);
    int ran = 0;
    test.host.realSpawn = [&] { return ++ran; };
    test.host.hookScript(1, kSpawn, mm::kPre, spawnHook<MRES_OVERRIDE, 10>());
    CHECK_EQ(test.host.spawn(), 10);
    CHECK_EQ(test.host.spawn(), 10);
    CHECK_EQ(ran, 2);
  }
}

TEST("the last of two plugins that override before the real function wins on every host") {
  for (const Kind kind : kBoth) {
    Two test(kind);
    const auto hook = +[](edict_t*) {
      answer(MRES_OVERRIDE);
      return 10 * slotOfHook();
    };
    for (const int slot : {1, 2}) test.host.hookScript(slot, kSpawn, mm::kPre, anyFn(hook));
    CHECK_EQ(test.host.spawn(), 20);
  }
}

TEST("a post hook's OVERRIDE wins over a pre hook's, of the same plugin or another") {
  for (const Kind kind : kBoth) {
    for (const int slot : {1, 2}) {
      Two test(kind);
      test.host.hookScript(2, kSpawn, mm::kPre, spawnHook<MRES_OVERRIDE, 10>());
      test.host.hookScript(slot, kSpawn, mm::kPost, spawnHook<MRES_OVERRIDE, 20>());
      CHECK_EQ(test.host.spawn(), 20);
    }
  }
}

TEST("an OVERRIDE that follows a SUPERCEDE gives the value, and the real function stays skipped") {
  for (const Kind kind : kBoth) {
    Two test(kind);
    test.host.realSpawn = [] { note("real"); return kReal; };
    const auto hook = +[](edict_t*) {
      answer(slotOfHook() == 1 ? MRES_SUPERCEDE : MRES_OVERRIDE);
      return 10 * slotOfHook();
    };
    for (const int slot : {1, 2}) test.host.hookScript(slot, kSpawn, mm::kPre, anyFn(hook));
    CHECK_EQ(test.host.spawn(), 20);
    CHECK_EQ(test.host.traced(), "");
  }
}

TEST("a value kept for a post hook is not given to the next call, which nobody overrides") {
  Two test(Kind::LosesValues);
  test.host.hookScript(1, kSpawn, mm::kPre, spawnHook<MRES_OVERRIDE, 10>());
  CHECK_EQ(test.host.spawn(), 10);
  test.host.hookScript(1, kSpawn, mm::kPre, spawnHook<MRES_IGNORED, 0>());
  CHECK_EQ(test.host.spawn(), kReal);
}

TEST("a nested call of the same function has a value of its own, and the outer call keeps its one") {
  for (const Kind kind : kBoth) {
    Two test(kind);
    test.host.hookScript(1, kSpawn, mm::kPre, anyFn(+[](edict_t*) {
      static int depth = 0;
      answer(MRES_OVERRIDE);
      if (++depth == 1) note("inner=" + std::to_string(host->spawn()));
      answer(MRES_OVERRIDE);
      return depth-- == 1 ? 10 : 20;
    }));
    CHECK_EQ(test.host.spawn(), 10);
    CHECK_EQ(test.host.traced(), "inner=20");
  }
}

TEST("a call inside the real function that nobody overrides does not take the outer call's value") {
  Two test(Kind::LosesValues);
  static int depth;
  depth = 0;
  test.host.realSpawn = [&test] {
    if (++depth == 1) note("inner=" + std::to_string(test.host.spawn()));
    --depth;
    return kReal;
  };
  test.host.hookScript(1, kSpawn, mm::kPre, anyFn(+[](edict_t*) {
    answer(depth == 0 ? MRES_OVERRIDE : MRES_IGNORED);
    return 10;
  }));
  CHECK_EQ(test.host.spawn(), 10);
  CHECK_EQ(test.host.traced(), "inner=1");
}

TEST("a call that is left by longjmp leaves nothing to later calls") {
  static jmp_buf out;
  Two test(Kind::LosesValues);
  static bool leaves;
  leaves = true;
  test.host.realSpawn = [] {
    if (leaves) longjmp(out, 1);
    return kReal;
  };
  test.host.hookScript(1, kSpawn, mm::kPre, anyFn(+[](edict_t*) {
    answer(leaves ? MRES_OVERRIDE : MRES_IGNORED);
    return 10;
  }));
  if (setjmp(out) == 0) test.host.spawn();
  leaves = false;
  CHECK_EQ(test.host.spawn(), kReal);
}

TEST("a value is kept although the plugin stops listening before the post hooks") {
  Two test(Kind::LosesValues);
  test.host.hookScript(1, kSpawn, mm::kPre, anyFn(&onlyFirstOverrides));
  test.host.hookScript(2, kSpawn, mm::kPre, anyFn(&onlyFirstOverrides));
  CHECK_EQ(test.host.spawn(), 10);
  test.host.realSpawn = [&test] {
    test.host.core.setRunning(1, false);
    return kReal;
  };
  CHECK_EQ(test.host.spawn(), 0);  // the host's own answer to an OVERRIDE whose value it lost
  test.host.core.setRunning(1, true);
  test.host.realSpawn = nullptr;
  CHECK_EQ(test.host.spawn(), 10);
}

TEST("a hook never sees an overriding value that the host has not set") {
  for (const Kind kind : kBoth) {
    Two test(kind);
    Plugin& native = addNative(test.host);
    native.tables[mm::kPre].dll()->pfnSpawn = +[](edict_t*) {
      host->globals.mres = MRES_OVERRIDE;
      return 5;
    };
    test.host.loadStub("gamma");
    test.host.traced();
    const auto look = +[](edict_t*) {
      const void* const value = globalsOfCore().override_ret;
      note(value ? std::to_string(*static_cast<const int*>(value)) : "none");
      answer(MRES_IGNORED);
      return 0;
    };
    test.host.hookScript(3, kSpawn, mm::kPre, anyFn(look));
    test.host.hookScript(3, kSpawn, mm::kPost, anyFn(look));
    test.host.spawn();
    CHECK_EQ(test.host.traced(), kind == Kind::KeepsValues ? "5, 5" : "none, 0");
  }
}

TEST("a SUPERCEDE from a post hook counts as OVERRIDE, and no hook leaves meta_result unset") {
  for (const Kind kind : kBoth) {
    Two test(kind);
    test.host.hookScript(1, kSpawn, mm::kPost, spawnHook<MRES_SUPERCEDE, 20>());
    test.host.hookScript(2, kSpawn, mm::kPre, anyFn(+[](edict_t*) { return 0; }));
    CHECK_EQ(test.host.spawn(), 20);
  }
}

TEST("a hook that calls the host's tables finds its own globals again afterwards") {
  Two test(Kind::KeepsValues);
  test.host.hookScript(1, kSpawn, mm::kPre, anyFn(+[](edict_t*) {
    const meta_globals_t before = globalsOfCore();
    static bool isInside = false;
    if (!std::exchange(isInside, true)) host->spawn();
    isInside = false;
    CHECK_EQ(globalsOfCore().orig_ret, before.orig_ret);
    CHECK_EQ(slotOfHook(), 1);
    answer(MRES_SUPERCEDE);
    return 10;
  }));
  CHECK_EQ(test.host.spawn(), 10);
  CHECK_EQ(test.host.core.dispatch().depth, 0U);
}
