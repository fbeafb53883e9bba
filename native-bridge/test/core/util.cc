// The eighteen functions of mutil_funcs_t.
#include <cstdint>
#include <limits>

#include "test/core/hooks.h"
#include "test/core/pattern_rows.h"

namespace {

struct WithPlugin {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  const mutil_funcs_t& util = *plugin.util;
  plid_t plid = plugin.info;
};

// Notes the messages that the engine is given, as "[destination,type b1 s2 text]": bytes, shorts and strings.
void noteMessages() {
  server->whenSeen = [](const pattern::Seen& call) {
    const std::string name = pattern::nameOf(call.id);
    const auto number = [&](std::size_t place) { return std::to_string(static_cast<int>(call.words[place])); };
    if (name == "pfnMessageBegin") note("[" + number(0) + "," + number(1));
    if (name == "pfnWriteByte") note("b" + number(0));
    if (name == "pfnWriteShort") note("s" + number(0));
    if (name == "pfnWriteString") note(reinterpret_cast<const char*>(call.words[0]));
    if (name == "pfnMessageEnd") note("]");
  };
}

void addClient(Server& host, int index, int moreFlags = 0) { host.edicts[index].v.flags = FL_CLIENT | moreFlags; }

void sayVarargs(const mutil_funcs_t& util, plid_t plid, hudtextparms_t parms, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  util.pfnCenterSayVarargs(plid, parms, format, arguments);
  va_end(arguments);
}

}  // namespace

TEST("log lines carry the plugin's tag and their kind, and go to the engine's log") {
  WithPlugin test;
  test.util.pfnLogMessage(test.plid, "%d files, %.1f", 3, 0.5);
  test.util.pfnLogError(test.plid, "lost %s", "it");
  CHECK_EQ(test.host.engineLog.at(0), "[TAG_a] 3 files, 0.5\n");
  CHECK_EQ(test.host.engineLog.at(1), "[TAG_a] ERROR: lost it\n");
}

TEST("developer lines are logged only while the cvar developer is not 0") {
  WithPlugin test;
  test.util.pfnLogDeveloper(test.plid, "quiet");
  cvar_t developer = {};
  developer.value = 1;
  test.host.cvars["developer"] = &developer;
  test.util.pfnLogDeveloper(test.plid, "loud");
  CHECK_EQ(test.host.engineLog.size(), 1U);
  CHECK_EQ(test.host.engineLog.at(0), "[TAG_a] dev: loud\n");
}

TEST("console lines go to the console only, percent signs and all") {
  WithPlugin test;
  test.util.pfnLogConsole(test.plid, "100%%s");
  CHECK_EQ(test.host.console.at(0), "100%s\n");
  CHECK_EQ(test.host.engineLog.size(), 0U);
}

TEST("CenterSay shows text to every client that has a screen, and cuts what a message cannot hold") {
  WithPlugin test;
  addClient(test.host, 1);
  addClient(test.host, 2, FL_FAKECLIENT);
  noteMessages();
  test.util.pfnCenterSay(test.plid, "hello %d", 5);
  CHECK_EQ(traced(), "[1,23 b29 b1 s-8192 s2048 b2 b0 b255 b0 b0 b0 b0 b0 b0 s0 s0 s2560 s2560 hello 5 ]");
  test.util.pfnCenterSay(test.plid, "%s", std::string(600, 'x').c_str());
  CHECK_EQ(trace.at(trace.size() - 2).size(), 450U);
}

TEST("CenterSayParms and CenterSayVarargs send the parameters in the units of the protocol") {
  WithPlugin test;
  addClient(test.host, 3);
  noteMessages();
  const hudtextparms_t parms = {0.5F, -1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 0.5F, 1, 2, 0.25F, 3};
  const char* const expected = "[1,23 b29 b3 s4096 s-8192 b2 b1 b2 b3 b4 b5 b6 b7 b8 s128 s256 s512 s64 text ]";
  test.util.pfnCenterSayParms(test.plid, parms, "%s", "text");
  CHECK_EQ(traced(), expected);
  sayVarargs(test.util, test.plid, parms, "%s", "text");
  CHECK_EQ(traced(), expected);
  CHECK_EQ(test.host.engineLog.at(0), "[TAG_a] (centersay) text\n");
  CHECK_EQ(test.host.engineLog.size(), 2U);
}

TEST("a CenterSay parameter that the message cannot hold is sent as the nearest one, and does not turn over") {
  WithPlugin test;
  addClient(test.host, 1);
  noteMessages();
  const hudtextparms_t parms = {4, -5, 300, 0, 0, 0, 0, 0, 0, 0, 0, -1, 256, 1000, 0, 257};
  test.util.pfnCenterSayParms(test.plid, parms, "text");
  CHECK_EQ(traced(), "[1,23 b29 b1 s32767 s-32768 b44 b0 b0 b0 b0 b0 b0 b0 b0 s0 s65535 s65535 text ]");
}

TEST("a line in the log has room for 1022 bytes, and no half of a character at its end") {
  WithPlugin test;
  test.util.pfnLogMessage(test.plid, "%s", std::string(5000, 'x').c_str());
  CHECK_EQ(test.host.engineLog.at(0), "[TAG_a] " + std::string(1014, 'x') + "\n");
  std::string characters = "x";
  for (int i = 0; i < 2500; ++i) characters += "\u00e9";
  test.util.pfnLogMessage(test.plid, "%s", characters.c_str());
  CHECK_EQ(test.host.engineLog.at(1), "[TAG_a] " + characters.substr(0, 1013) + "\n");
  test.util.pfnLogMessage(test.plid, "%s", std::string(5000, '\x80').c_str());
  CHECK_EQ(test.host.engineLog.at(2).size(), 1023U);
}

TEST("a line on the console may be of any length, and goes there in pieces") {
  WithPlugin test;
  const std::string text(5000, 'y');
  test.util.pfnLogConsole(test.plid, "%s", text.c_str());
  std::string printed;
  for (const std::string& piece : test.host.console) {
    CHECK(piece.size() <= 1023);
    printed += piece;
  }
  CHECK_EQ(printed, text + "\n");
}

TEST("a CenterSay parameter that is no number is sent as the least one") {
  WithPlugin test;
  addClient(test.host, 1);
  noteMessages();
  hudtextparms_t parms = {};
  parms.x = std::numeric_limits<float>::quiet_NaN();
  parms.y = -std::numeric_limits<float>::infinity();
  parms.holdTime = std::numeric_limits<float>::infinity();
  test.util.pfnCenterSayParms(test.plid, parms, "text");
  CHECK_EQ(traced(), "[1,23 b29 b0 s-32768 s-32768 b0 b0 b0 b0 b0 b0 b0 b0 b0 s0 s0 s65535 text ]");
}

TEST("CallGameEntity runs the game's entity class, and says no where there is none") {
  WithPlugin test;
  entvars_t vars = {};
  CHECK_EQ(test.util.pfnCallGameEntity(test.plid, "info_test", &vars), 1);
  CHECK_EQ(vars.health, 42.0F);
  CHECK_EQ(test.util.pfnCallGameEntity(test.plid, "no_such_class", &vars), 0);
  CHECK_EQ(test.util.pfnCallGameEntity(test.plid, "malloc", &vars), 0);
}

TEST("GetPluginPath and GetGameInfo tell where things are") {
  WithPlugin test;
  CHECK_EQ(test.util.pfnGetPluginPath(test.plid), besideProgram("plugin_a.so"));
  CHECK(test.util.pfnGetPluginPath(nullptr) == nullptr);
  CHECK_EQ(test.util.pfnGetGameInfo(test.plid, GINFO_NAME), "valve");
  CHECK_EQ(test.util.pfnGetGameInfo(test.plid, GINFO_GAMEDIR), "/games/valve");
  CHECK_EQ(test.util.pfnGetGameInfo(test.plid, GINFO_DLL_FILENAME), "test_game.so");
  CHECK_EQ(test.util.pfnGetGameInfo(test.plid, GINFO_REALDLL_FULLPATH), test.host.core.gameDllPath());
  CHECK_EQ(test.util.pfnGetGameInfo(test.plid, GINFO_DESC), "");
  CHECK(test.util.pfnGetGameInfo(test.plid, static_cast<ginfo_t>(99)) == nullptr);
}

TEST("a PLID that is no plugin's is refused, and never followed; the log tells once for each function and plugin") {
  WithPlugin test;
  // SAFETY: a pointer to nowhere, which nobody may follow.
  const auto garbage = reinterpret_cast<plid_t>(std::uintptr_t{0x1234});
  for (const plid_t plid : {plid_t{nullptr}, garbage}) {
    test.util.pfnLogConsole(plid, "not printed");
    test.util.pfnLogMessage(plid, "not printed");
    CHECK_EQ(test.util.pfnMakeRequestId(plid), 0);
    CHECK(test.util.pfnGetPluginPath(plid) == nullptr);
  }
  CHECK_EQ(test.host.policyLines.size(), 4U);
  CHECK(test.host.policyLines.at(0).starts_with("[META] ERROR: mutil LogConsole: unknown plugin (PLID "));
  CHECK(test.host.console.empty() && test.host.engineLog.empty());
}

TEST("the PLID of a plugin that was unloaded is unknown, and known again when the plugin is back") {
  WithPlugin test;
  const mutil_funcs_t util = test.util;
  const plid_t plid = test.plid;
  test.host.core.remove(1);
  util.pfnLogMessage(plid, "gone");
  CHECK_EQ(test.host.policyLines.size(), 1U);
  const PluginControl& again = test.host.load(1, "plugin_a.so");
  util.pfnLogMessage(again.info, "back");
  CHECK_EQ(test.host.engineLog.at(0), "[TAG_a] back\n");
}

TEST("the plugin whose hook used a wrong PLID is named, and named again after it was reloaded") {
  Server host;
  for (int load = 0; load < 2; ++load) {
    PluginControl& plugin = host.load(1, "plugin_a.so");
    onSpawn(plugin) = [](edict_t*) {
      server->core.util()->pfnLogMessage(nullptr, "whose?");
      answer(MRES_IGNORED);
      return 0;
    };
    nextFrame();
    spawn();
    spawn();
    host.core.remove(1);
    nextFrame();
  }
  CHECK_EQ(host.policyLines.size(), 2U);
  CHECK(host.policyLines.at(1).find("called by 'plugin_a'") != std::string::npos);
}

TEST("the path of a script plugin is known by its PLID") {
  WithPlugin test;
  test.host.core.addScript(2, {"5:13", "s", "1", "", "", "", "S", PT_ANYTIME, PT_ANYTIME, "/plugins/s.ts"});
  CHECK_EQ(test.util.pfnGetPluginPath(test.host.core.info(2)), "/plugins/s.ts");
}

TEST("null for formats, names, sizes and handles is survived") {
  WithPlugin test;
  test.util.pfnLogConsole(test.plid, nullptr);
  test.util.pfnLogError(test.plid, nullptr);
  test.util.pfnCenterSay(test.plid, nullptr);
  CHECK_EQ(test.util.pfnCallGameEntity(test.plid, "info_test", nullptr), 0);
  CHECK_EQ(test.util.pfnCallGameEntity(test.plid, nullptr, nullptr), 0);
  CHECK_EQ(test.util.pfnGetUserMsgID(test.plid, nullptr, nullptr), 0);
  CHECK(test.util.pfnIsQueryingClientCvar(test.plid, nullptr) == nullptr);
  test.host.onLoadPlugin = [](int, const std::string&) { return 0; };
  CHECK_EQ(test.util.pfnLoadPlugin(test.plid, "x.so", PT_ANYTIME, nullptr), 0);
  void* handle = &test;
  CHECK_EQ(test.util.pfnLoadPlugin(test.plid, nullptr, PT_ANYTIME, &handle), 1);
  CHECK(handle == nullptr);
  CHECK_EQ(test.util.pfnUnloadPlugin(test.plid, "", PT_ANYTIME, PNL_PLUGIN), 1);
  CHECK_EQ(test.host.policyLines.size(), 2U);
}

TEST("loading and unloading are asked of the policy, in the caller's name") {
  WithPlugin test;
  void* handle = nullptr;
  test.host.onLoadPlugin = [](int caller, const std::string& line) {
    note(std::to_string(caller) + " loads " + line);
    return 0;
  };
  CHECK_EQ(test.util.pfnLoadPlugin(test.plid, "x.so", PT_ANYTIME, &handle), 0);
  CHECK(handle != nullptr);
  CHECK_EQ(test.util.pfnUnloadPlugin(test.plid, "x", PT_ANYTIME, PNL_PLUGIN), 0);
  CHECK_EQ(test.util.pfnUnloadPluginByHandle(test.plid, handle, PT_ANYTIME, PNL_PLUGIN), 0);
  CHECK_EQ(traced(), "1 loads x.so unload by 1 of x unload by 1 by handle");
  CHECK_EQ(test.util.pfnLoadPlugin(nullptr, "x.so", PT_ANYTIME, &handle), 1);
  CHECK_EQ(test.util.pfnUnloadPlugin(nullptr, "x", PT_ANYTIME, PNL_PLUGIN), 1);
  CHECK_EQ(test.util.pfnUnloadPluginByHandle(test.plid, nullptr, PT_ANYTIME, PNL_PLUGIN), 1);
}

TEST("request ids differ, and start anew with each map") {
  WithPlugin test;
  const int first = test.util.pfnMakeRequestId(test.plid);
  CHECK_EQ(first, 0x41110001);
  CHECK_EQ(test.util.pfnMakeRequestId(test.plid), first + 1);
  test.host.hooked.dll()->pfnServerDeactivate();
  CHECK_EQ(test.util.pfnMakeRequestId(test.plid), first);
}

TEST("calls through the hook tables pass all plugins") {
  WithPlugin test;
  enginefuncs_t* engine = nullptr;
  DLL_FUNCTIONS* dll = nullptr;
  NEW_DLL_FUNCTIONS* newDll = nullptr;
  test.util.pfnGetHookTables(test.plid, &engine, &dll, &newDll);
  test.util.pfnGetHookTables(test.plid, nullptr, nullptr, nullptr);
  onSpawn(test.plugin) = [](edict_t*) { note("spawn"); answer(MRES_IGNORED); return 0; };
  test.plugin.engineHooks[mm::kPre]->pfnTime = [] { note("time"); answer(MRES_IGNORED); return 0.0F; };
  test.plugin.newDll[mm::kPre]->pfnShouldCollide = [](edict_t*, edict_t*) {
    note("collide");
    answer(MRES_IGNORED);
    return 0;
  };
  nextFrame();
  dll->pfnSpawn(nullptr);
  engine->pfnTime();
  newDll->pfnShouldCollide(nullptr, nullptr);
  CHECK_EQ(traced(), "spawn time collide");
}
