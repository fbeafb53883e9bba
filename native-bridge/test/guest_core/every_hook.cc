// The whole width of the interface, from a host's table through the stub's jump to the script hook and back.
#include "test/core/pattern_rows.h"
#include "test/guest_core/host.h"

using namespace pattern;

namespace {

alignas(16) char arena[Sink::kArenaSize];
std::vector<Seen> seen;
const Sink sink{[](const Seen& call) { seen.push_back(call); }, arena};

// A host of the older kind has no room for the last function of the engine's table, so it is never hooked.
constexpr FunctionId kTooLate = mm::kEngineCount - 1;

struct Hooked {
  Host host;
  Plugin& plugin;

  Hooked() : plugin(*(host.loadBridge(), host.loadStub("alpha"))) {
    self.sink = &sink;
    self.globals = &host.core.dispatch().globals;
    hookAll<kPreHook>(mm::kPre);
    hookAll<kPostHook>(mm::kPost);
  }
  ~Hooked() { self.globals = nullptr; }

 private:
  template <Who W>
  void hookAll(mm::Phase phase) {
    mm::FunctionTable functions = {};
    Functions<W>::fill(functions);
    for (FunctionId id = 0; id < mm::kFunctionCount; ++id) host.hookScript(1, id, phase, functions.at[id]);
  }
};

void callVariadic(const Row& row, AnyFn entry) {
  reinterpret_cast<void (*)(uintptr_t, const char*, ...)>(entry)(row.arguments()[0], "%s", "a text");
}

}  // namespace

TEST("every hook of a stub gets the host's arguments and gives the script's result and answer back") {
  Hooked test;
  for (const mm::Phase phase : {mm::kPre, mm::kPost}) {
    for (const Row& row : rows()) {
      if (row.id == kTooLate || row.isVariadic) continue;
      seen.clear();
      self.answer = phase == mm::kPre ? MRES_SUPERCEDE : MRES_OVERRIDE;
      test.host.globals = {};
      const uint64_t result = row.callThrough(test.host.hook(test.plugin, phase, row.id));
      const Who who = phase == mm::kPre ? kPreHook : kPostHook;
      const bool isRight = seen.size() == 1 && seen[0].id == row.id && seen[0].who == who &&
                           seen[0].words == row.arguments() && result == row.resultWord(who) &&
                           test.host.globals.mres == self.answer;
      CHECK_EQ(isRight ? "" : row.name, std::string());
    }
  }
  self.answer = MRES_IGNORED;
}

TEST("a hook of a variadic function gets the host's one text") {
  Hooked test;
  for (const Row& row : rows()) {
    if (!row.isVariadic) continue;
    seen.clear();
    callVariadic(row, test.host.hook(test.plugin, mm::kPre, row.id));
    CHECK_EQ(seen.size(), 1U);
    CHECK_EQ(seen.at(0).text, "a text");
    CHECK(seen.at(0).words == row.arguments());
  }
}

TEST("the function that not every host's table has is never hooked") {
  Hooked test;
  CHECK(test.host.hook(test.plugin, mm::kPre, kTooLate) == nullptr);
  CHECK(test.host.hook(test.plugin, mm::kPost, kTooLate) == nullptr);
}
