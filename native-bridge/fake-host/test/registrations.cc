// Commands, cvars and calls of the game: what becomes of a plugin's registrations, and what never reaches it.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "server.h"

using namespace fakehost;

namespace {

bool isFwgs(const std::string& kind) { return kind == "metamod-fwgs"; }

}  // namespace

TEST("metamod-fwgs keeps ClientDisconnect from plugins and game") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.engine.disconnect(server.join("Bob"));
    const Probe& plugin = *server.probe("first.so");
    CHECK_EQ(plugin.disconnects, isFwgs(kind) ? 0 : 1);
    CHECK_EQ(plugin.disconnectsAfter, isFwgs(kind) ? 0 : 1);
    CHECK_EQ(server.printed("Bob has left the game"), !isFwgs(kind));
  }
}

TEST("a command that is registered again after a reload stays dead on metamod-fwgs") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.type("meta reload first");
    server.type("first_command");
    CHECK_EQ(server.probe("first.so")->commands, isFwgs(kind) ? 0 : 1);
    CHECK_EQ(server.printed("command 'first_command' is dead"), isFwgs(kind));
  }
}

TEST("metamod-r without ReHLDS leaves commands dead too") {
  Server server({.settings = "leaves-commands-dead yes\n"});
  server.type("meta reload first");
  server.type("first_command");
  CHECK(server.printed("command 'first_command' is dead"));
}

TEST("a command of a plugin that was unloaded says so") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.type("meta unload first");
    server.type("first_command");
    CHECK(server.printed("command 'first_command' is dead"));
  }
}

TEST("a cvar is copied: the plugin's own object stays as it was") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    const Probe& plugin = *server.probe("first.so");
    server.type("first_cvar 9");
    CHECK_EQ(server.call().pfnCVarGetFloat("first_cvar"), 9.0f);
    CHECK(server.call().pfnCVarGetPointer("first_cvar") != plugin.cvar);
    CHECK_EQ(plugin.cvar->value, 0.0f);
  }
}

TEST("a cvar on the heap ends the process on metamod-fwgs, and is nobody's on the others") {
  for (const char* kind : kKinds) {
    const pid_t child = fork();
    if (child == 0) {
      std::freopen("/dev/null", "w", stderr);
      Server server({.kind = kind});
      server.probe("first.so")->registerOnHeap();
      _exit(server.printed("nobody can tell whose cvar 'heap_cvar' is") ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (isFwgs(kind)) CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    else CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
}

TEST("log lines carry the tag of the PLID, and a strange PLID has none") {
  Server server({});
  const Probe& plugin = *server.probe("first.so");
  plugin_info_t stranger = *plugin.info;
  plugin.util.pfnLogMessage(plugin.info, "hello %d", 1);
  plugin.util.pfnLogError(plugin.info, "sorry");
  plugin.util.pfnLogMessage(&stranger, "who");
  CHECK(server.printed("[firstTAG] hello 1"));
  CHECK(server.printed("[firstTAG] ERROR: sorry"));
  CHECK(server.printed("[?] who"));
}

TEST("calls through the hook tables pass all plugins; calls by the plugin's own table pass none") {
  Server server({.listed = {"first.so", "second.so"}});
  const Probe& first = *server.probe("first.so");
  const Probe& second = *server.probe("second.so");
  enginefuncs_t* hooked = nullptr;
  first.util.pfnGetHookTables(first.info, &hooked, nullptr, nullptr);
  first.engine.pfnRandomLong(1, 2);
  CHECK_EQ(second.seen[0].calls, 0);
  hooked->pfnRandomLong(1, 2);
  CHECK_EQ(first.seen[0].calls, 1);
  CHECK_EQ(second.seen[0].calls, 1);
}

TEST("a slot of the table can be filled and cleared while the plugin runs") {
  Server server({});
  Probe& plugin = *server.probe("first.so");
  const auto hook = plugin.table->pfnStartFrame;
  plugin.table->pfnStartFrame = nullptr;
  plugin.frames = 0;
  server.frames(2);
  CHECK_EQ(plugin.frames, 0);
  plugin.table->pfnStartFrame = hook;
  server.frames(2);
  CHECK_EQ(plugin.frames, 2);
}

TEST("a plugin that writes 159 engine functions is told of on the hosts that have 158") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind, .listed = {"overrunning.so"}});
    CHECK_EQ(server.printed("writes a 159th engine function"), !isFwgs(kind));
  }
}

TEST("the game's messages are known by name and number, the plugins' are not") {
  Server server({});
  const Probe& plugin = *server.probe("first.so");
  const int mine = plugin.engine.pfnRegUserMsg("ProbeMsg", 2);
  CHECK_EQ(plugin.util.pfnGetUserMsgName(plugin.info, mine, nullptr), static_cast<const char*>(nullptr));
  int size = 0;
  const int id = plugin.util.pfnGetUserMsgID(plugin.info, "TextMsg", &size);
  CHECK_EQ(plugin.util.pfnGetUserMsgName(plugin.info, id, nullptr), id ? "TextMsg" : nullptr);
}
