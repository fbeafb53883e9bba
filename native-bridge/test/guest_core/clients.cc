// A ClientDisconnect that the host keeps to itself.
#include "test/guest_core/host.h"

namespace {

constexpr mm::FunctionId kDisconnect = mm::dllId(offsetof(DLL_FUNCTIONS, pfnClientDisconnect));

void noteDisconnect(edict_t* client) {
  note("left " + std::to_string(client - host->edicts.data()) + " told " + std::to_string(slotOfHook()));
  answer(MRES_IGNORED);
}

struct Running {
  Host host{Kind::LosesValues};
  Plugin& bridge = *host.loadBridge();

  Running() {
    host.loadStub("alpha");
    host.loadStub("beta");
    host.hookScript(1, kDisconnect, mm::kPre, anyFn(&noteDisconnect));
    host.hookScript(2, kDisconnect, mm::kPost, anyFn(&noteDisconnect));
    host.serverActivate();
    host.startFrame();
    host.traced();
  }

  void enter(int client) {
    host.userInfo[static_cast<std::size_t>(client)] = "\\name\\somebody";
    bridge.tables[mm::kPost].dll()->pfnClientPutInServer(&host.edicts[static_cast<std::size_t>(client)]);
  }
  void leave(int client) { host.userInfo[static_cast<std::size_t>(client)] = ""; }
};

}  // namespace

TEST("a client that is gone without a ClientDisconnect is reported once to each listener") {
  Running test;
  test.enter(2);
  test.host.startFrame();
  test.leave(2);
  test.host.startFrame();
  test.host.startFrame();
  CHECK_EQ(test.host.traced(), "left 2 told 1, left 2 told 2");
  CHECK_EQ(test.host.policyLines.back(),
           "[META] metamod-fwgs 1.0.0.223 keeps ClientDisconnect to itself; plugins in TypeScript hear of it from us");
}

TEST("a bot, whom nobody puts into the game before our eyes, is missed as well") {
  Running test;
  test.host.userInfo[1] = "\\name\\bot";
  test.host.edicts[1].v.flags = FL_CLIENT | FL_FAKECLIENT;
  test.host.startFrame();
  test.leave(1);
  test.host.startFrame();
  CHECK_EQ(test.host.traced(), "left 1 told 1, left 1 told 2");
}

TEST("who was still connecting when he left is not reported, and who stays for the next map is not either") {
  Running test;
  test.host.userInfo[3] = "\\name\\connecting";
  test.host.startFrame();
  test.leave(3);
  test.enter(2);
  test.host.startFrame();
  test.host.serverDeactivate();
  test.leave(2);
  test.host.serverActivate();
  test.host.startFrame();
  CHECK_EQ(test.host.traced(), "mapEnded, mapStarted");
}

TEST("who leaves together with the map is reported before it ends") {
  Running test;
  test.enter(2);
  test.leave(2);
  test.host.serverDeactivate();
  CHECK_EQ(test.host.traced(), "left 2 told 1, left 2 told 2");
}

TEST("a slot that is given to somebody else at once is noticed when he connects") {
  Running test;
  test.enter(2);
  test.leave(2);
  test.bridge.tables[mm::kPre].dll()->pfnClientConnect(&test.host.edicts[2], "next", "", nullptr);
  test.enter(2);
  test.host.startFrame();
  CHECK_EQ(test.host.traced(), "left 2 told 1, left 2 told 2");
}

TEST("a host that passes ClientDisconnect on is believed from then on") {
  Running test;
  test.enter(2);
  test.bridge.tables[mm::kPre].dll()->pfnClientDisconnect(&test.host.edicts[2]);
  test.leave(2);
  test.enter(1);
  test.leave(1);
  test.host.startFrame();
  CHECK_EQ(test.host.traced(), "");
}
