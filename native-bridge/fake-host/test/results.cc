// What becomes of answers: the rules in which metamod-p and -fwgs differ from metamod-r.
#include <cstdint>

#include "server.h"

using namespace fakehost;

namespace {

bool isR(const std::string& kind) { return kind == "metamod-r"; }

// A server whose one plugin answers pfnRandomLong.
struct Answering : Server {
  Answering(const std::string& kind, probe::Answer pre, probe::Answer post = {MRES_IGNORED, 0})
      : Server({.kind = kind}), plugin(*probe("first.so")) {
    plugin.answer[0] = pre;
    plugin.answer[1] = post;
  }
  Probe& plugin;
};

}  // namespace

TEST("a value with OVERRIDE from a pre hook counts on metamod-r, and is 0 on the others") {
  for (const char* kind : kKinds) {
    Answering server(kind, {MRES_OVERRIDE, 77777});
    CHECK_EQ(server.roll(), isR(kind) ? 77777 : 0);
  }
}

TEST("a post hook's OVERRIDE and a pre hook's SUPERCEDE count on every host") {
  for (const char* kind : kKinds) {
    Answering after(kind, {MRES_IGNORED, 0}, {MRES_OVERRIDE, 88888});
    CHECK_EQ(after.roll(), 88888);
  }
  for (const char* kind : kKinds) {
    Answering before(kind, {MRES_SUPERCEDE, 99999});
    CHECK_EQ(before.roll(), 99999);
    CHECK_EQ(before.plugin.seen[1].original, 99999);
  }
}

TEST("a post OVERRIDE behind a pre SUPERCEDE wins on metamod-r only") {
  for (const char* kind : kKinds) {
    Answering server(kind, {MRES_SUPERCEDE, 11111}, {MRES_OVERRIDE, 22222});
    CHECK_EQ(server.roll(), isR(kind) ? 22222 : 11111);
  }
}

TEST("a hook starts with IGNORED on metamod-r and with UNSET on the others, who log what is left unset") {
  for (const char* kind : kKinds) {
    Answering server(kind, {MRES_UNSET, 0});
    server.roll();
    CHECK_EQ(server.plugin.seen[0].mres, isR(kind) ? MRES_IGNORED : MRES_UNSET);
    CHECK_EQ(server.printed("left mres unset in pfnRandomLong"), !isR(kind));
  }
}

TEST("SUPERCEDE from a post hook is logged by metamod-p and -fwgs") {
  for (const char* kind : kKinds) {
    Answering server(kind, {MRES_IGNORED, 0}, {MRES_SUPERCEDE, 5});
    server.roll();
    CHECK_EQ(server.printed("supercedes in post hook pfnRandomLong"), !isR(kind));
  }
}

TEST("override_ret leads into nowhere on metamod-p and -fwgs until a value stands") {
  const auto leadsNowhere = [](const probe::Seen& seen) {
    return reinterpret_cast<std::uintptr_t>(seen.overrideRet) == 0xdead;
  };
  for (const char* kind : kKinds) {
    Server server({.kind = kind, .listed = {"first.so", "second.so"}});
    server.probe("first.so")->answer[1] = {MRES_OVERRIDE, 1};
    server.roll();
    CHECK_EQ(leadsNowhere(server.probe("first.so")->seen[0]), !isR(kind));
    CHECK_EQ(leadsNowhere(server.probe("first.so")->seen[1]), !isR(kind));
    CHECK(!leadsNowhere(server.probe("second.so")->seen[1]));
  }
}

TEST("prev_mres reaches from pre into post on metamod-r only") {
  for (const char* kind : kKinds) {
    Answering server(kind, {MRES_HANDLED, 0});
    server.roll();
    CHECK_EQ(server.plugin.seen[0].previous, MRES_UNSET);
    CHECK_EQ(server.plugin.seen[1].previous, isR(kind) ? MRES_HANDLED : MRES_UNSET);
    CHECK_EQ(server.plugin.seen[1].status, MRES_HANDLED);
  }
}

TEST("a switch in config.ini takes one quirk away") {
  Server server({.kind = "metamod-p", .settings = "loses-pre-override no\n"});
  server.probe("first.so")->answer[0] = {MRES_OVERRIDE, 77777};
  CHECK_EQ(server.roll(), 77777);
}
