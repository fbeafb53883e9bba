// What the self-test finds, and what else it tells of the host.
#include "test/guest_core/host.h"

#include <dlfcn.h>

TEST("a host that keeps every value is recognised by trying, and the log says so") {
  Host host;
  host.loadBridge();
  host.startFrame();
  CHECK_EQ(host.core.hostName(), "metamod-r");
  CHECK_EQ(host.policyLines.at(0), "[META] Guest of metamod-r 1.3.0.150: every answer of a hook counts");
}

TEST("a host that loses values is recognised by trying, and the log says what is lost") {
  Host host(Kind::LosesValues);
  host.loadBridge();
  host.startFrame();
  host.startFrame();
  CHECK_EQ(host.core.hostName(), "metamod-fwgs");
  CHECK_EQ(host.policyLines.size(), 1U);
  CHECK_EQ(host.policyLines.at(0),
           "[META] Guest of metamod-fwgs 1.0.0.223: it loses values of pre hooks' OVERRIDE, which post hooks answer "
           "again; a post hook's OVERRIDE does not replace a SUPERCEDE");
}

TEST("the self-test leaves no hook behind") {
  Host host;
  Plugin& bridge = *host.loadBridge();
  host.startFrame();
  CHECK(bridge.tables[mm::kPre].engine()->pfnIsDedicatedServer == nullptr);
  CHECK(bridge.tables[mm::kPost].engine()->pfnIsDedicatedServer == nullptr);
}

TEST("metamod-p is known by what it offers") {
  Host host(Kind::LosesValues);
  host.onBoot = [&host] { CHECK_EQ(host.core.hostName(), "metamod-fwgs"); };
  Plugin& bridge = *host.loadBridge();
  reinterpret_cast<int (*)(int, const void*)>(dlsym(bridge.library, "Meta_PExtGiveFnptrs"))(2, nullptr);
  CHECK_EQ(host.core.hostName(), "metamod-p");
}

TEST("a host whose version the engine does not tell is one that we do not know") {
  Host host;
  host.engine.engine()->pfnCVarGetString = [](const char*) -> const char* { return nullptr; };
  host.loadBridge();
  CHECK_EQ(host.core.hostName(), "metamod");
}

TEST("outside of a host there is no host") {
  Host host;
  CHECK_EQ(host.core.hostName(), "");
  CHECK_EQ(host.core.loadStub("any.so", PT_ANYTIME), 1);
  CHECK_EQ(host.core.unloadStub(1, PT_ANYTIME, PNL_COMMAND), 1);
}

TEST("a cvar stands in the core's own static memory, and the live one is the host's copy") {
  Host host;
  const Plugin& bridge = *host.loadBridge();
  CHECK_EQ(host.core.addCvar(0, "a_cvar", "2.5", 0), &host.live);
  Dl_info given, core;
  CHECK(dladdr(host.registered, &given));
  CHECK(dladdr(dlsym(bridge.library, "MetamodCore"), &core));
  CHECK_EQ(given.dli_fbase, core.dli_fbase);
  CHECK_EQ(host.live.value, 2.5F);
}
