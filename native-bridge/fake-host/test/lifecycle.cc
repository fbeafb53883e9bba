// When plugins come and go.
#include <dlfcn.h>
#include <sys/stat.h>
#include <utime.h>

#include <ctime>

#include "server.h"

using namespace fakehost;

namespace {

bool isR(const std::string& kind) { return kind == "metamod-r"; }
bool isP(const std::string& kind) { return kind == "metamod-p"; }

// Asks the host, in the name of the first plugin, for the second.
int loadSecond(Server& server, void** handle) {
  Probe& first = *server.probe("first.so");
  return first.util.pfnLoadPlugin(first.info, "addons/second.so", PT_ANYTIME, handle);
}

}  // namespace

TEST("plugins of plugins.ini are loaded at start, and meta list shows them") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind, .listed = {"first.so", "second.so Number Two"}});
    CHECK(server.started.ok);
    CHECK_EQ(server.probe("first.so")->attachedAt, PT_STARTUP);
    CHECK_EQ(server.probe("first.so")->gameInits, 1);
    CHECK_EQ(server.row("first.so").substr(0, 36), " [ 1] first                    RUN  ");
    CHECK(server.row("second.so").find("Number Two") != std::string::npos);
    CHECK(server.printed("2 plugins, 2 running"));
  }
}

TEST("metamod-p alone offers its extension functions") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    CHECK_EQ(server.probe("first.so")->extension, isP(kind) ? 2 : 0);
  }
}

TEST("the same path twice is loaded once, with a line that says so") {
  Server server({.listed = {"first.so", "first.so"}});
  CHECK_EQ(server.probe("first.so")->attached, 1);
  CHECK(server.printed("plugins.ini names"));
}

TEST("of two lines with the same file name the later one stays") {
  Server server({.listed = {"one/first.so", "two/first.so"}});
  CHECK(!server.isMapped("one/first.so"));
  CHECK_EQ(server.probe("two/first.so")->attached, 1);
  server.type("meta list");
  CHECK(server.printed("1 plugins, 1 running"));
}

TEST("a plugin that fails keeps its row until it is cleared, and asking again loads nothing") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind, .beside = {"refuses-query.so"}});
    Probe& first = *server.probe("first.so");
    void* handle = nullptr;
    const auto load = [&] {
      return first.util.pfnLoadPlugin(first.info, "addons/refuses-query.so", PT_ANYTIME, &handle);
    };
    CHECK(load() != 0);
    CHECK(server.row("refuses-query.so").find("badf load") != std::string::npos);
    CHECK_EQ(load() == 0, !isP(kind));
    CHECK(handle == nullptr);
    server.type("meta clear refuses");
    CHECK(server.row("refuses-query.so").empty());
  }
}

TEST("a plugin whose Meta_Attach answered no is attached without a new query when it is tried again") {
  Server server({.listed = {"refuses-attach.so"}});
  CHECK(server.row("refuses-attach.so").find("fail") != std::string::npos);
  CHECK(server.isMapped("refuses-attach.so"));
  server.type("meta retry refuses");
  CHECK(server.printed("' not loaded"));
}

TEST("a plugin loaded while a map runs gets its own pre GameInit and no more of the past") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.type("meta load addons/second");
    CHECK_EQ(server.probe("second.so")->gameInits, 1);
    CHECK_EQ(server.probe("second.so")->attachedAt, PT_ANYTIME);
    CHECK_EQ(server.probe("first.so")->gameInits, 1);
    CHECK(server.row("second.so").find("cmd") != std::string::npos);
  }
}

TEST("pfnLoadPlugin answers 0 and a handle, and the caller stands in meta list as the source") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    void* handle = nullptr;
    CHECK_EQ(loadSecond(server, &handle), 0);
    CHECK(handle != nullptr);
    CHECK(server.row("second.so").find("pl1") != std::string::npos);
    void* again = nullptr;
    CHECK_EQ(loadSecond(server, &again) == 0, !isP(kind));
    CHECK_EQ(again, handle);
    Probe& first = *server.probe("first.so");
    CHECK(first.util.pfnLoadPlugin(first.info, "addons/nothing.so", PT_ANYTIME, &handle) != 0);
    server.type("meta unload first");
    CHECK(server.row("second.so").find("plUN") != std::string::npos);
  }
}

TEST("pfnUnloadPluginByHandle unloads on metamod-r and -fwgs; metamod-p answers 13 and keeps the plugin") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    void* handle = nullptr;
    loadSecond(server, &handle);
    Probe& first = *server.probe("first.so");
    const int answer = first.util.pfnUnloadPluginByHandle(first.info, handle, PT_ANYTIME, PNL_PLUGIN);
    CHECK_EQ(answer, isP(kind) ? 13 : 0);
    CHECK_EQ(server.row("second.so").empty(), !isP(kind));
  }
}

TEST("pfnUnloadPlugin unloads by name everywhere, but never the caller") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    void* handle = nullptr;
    loadSecond(server, &handle);
    Probe& first = *server.probe("first.so");
    CHECK(first.util.pfnUnloadPlugin(first.info, "first", PT_ANYTIME, PNL_PLUGIN) != 0);
    CHECK_EQ(first.util.pfnUnloadPlugin(first.info, "second", PT_ANYTIME, PNL_PLUGIN), 0);
    CHECK(server.row("second.so").empty());
  }
}

TEST("metamod-p unmaps an unloaded library; the others keep it, and its statics live on") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.type("meta unload first");
    CHECK_EQ(server.isMapped("first.so"), !isP(kind));
    server.type("meta load addons/first.so");
    CHECK_EQ(server.probe("first.so")->attached, isP(kind) ? 1 : 2);
  }
}

TEST("after meta reload metamod-r does not call the plugin until the next rebuild") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.type("meta reload first");
    Probe& plugin = *server.probe("first.so");
    plugin.frames = 0;
    server.frames(3);
    CHECK_EQ(plugin.frames, isR(kind) ? 0 : 3);
    server.type("meta refresh");
    plugin.frames = 0;
    server.frames(3);
    CHECK_EQ(plugin.frames, 3);
  }
}

TEST("pause and unpause tell the plugin nothing, and a map change ends the pause") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    Probe& plugin = *server.probe("first.so");
    server.type("meta pause first");
    plugin.frames = 0;
    server.frames(3);
    CHECK_EQ(plugin.frames, 0);
    CHECK_EQ(plugin.detached, 0);
    server.type("first_command");
    CHECK_EQ(plugin.commands, 1);
    server.type("changelevel other");
    server.frames(3);
    CHECK_EQ(plugin.frames, 3);
  }
}

TEST("a plugin that may only be unloaded between maps goes when the map ends") {
  Server server({.beside = {"staying.so"}});
  server.type("meta load addons/staying.so");
  server.type("meta unload staying");
  CHECK(server.row("staying.so").find("unld") != std::string::npos);
  server.type("changelevel other");
  CHECK(server.row("staying.so").empty());
}

TEST("a plugin that was unloaded but stands in plugins.ini is attached again when the map ends") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind});
    server.type("meta unload first");
    server.type("changelevel other");
    CHECK(server.row("first.so").find("RUN") != std::string::npos);
  }
}

TEST("a plugin whose line is gone is unloaded by refresh, and one whose file is newer is reloaded") {
  Server server({.listed = {"first.so", "second.so"}});
  const utimbuf later = {std::time(nullptr) + 60, std::time(nullptr) + 60};
  utime(server.path("second.so").c_str(), &later);
  server.list({"second.so"});
  server.type("meta refresh");
  CHECK(server.row("first.so").empty());
  CHECK_EQ(server.probe("first.so")->reason, PNL_INI_DELETED);
  CHECK_EQ(server.probe("second.so")->attached, 2);
  CHECK_EQ(server.probe("second.so")->reason, PNL_FILE_NEWER);
}

TEST("a Meta_Detach that answers no keeps the plugin, unless it is forced") {
  Server server({});
  server.probe("first.so")->mayDetach = false;
  server.type("meta unload first");
  CHECK(!server.row("first.so").empty());
  server.type("meta force_unload first");
  CHECK(server.row("first.so").empty());
}

TEST("at quit GameShutdown is the only call: nothing is detached, and an unloaded plugin comes back before it") {
  for (const char* kind : kKinds) {
    Server server({.kind = kind, .listed = {"first.so", "second.so"}});
    server.type("meta unload second");
    // Held, so that its insides can be read when the host is gone.
    void* const first = dlopen(server.path("first.so").c_str(), RTLD_NOW);
    void* const second = dlopen(server.path("second.so").c_str(), RTLD_NOW);
    const Probe& stayed = *server.probe("first.so");
    const Probe& came = *server.probe("second.so");
    server.type("quit");
    server.engine.stop();
    CHECK_EQ(stayed.shutdowns, 1);
    CHECK_EQ(stayed.detached, 0);
    CHECK_EQ(came.shutdowns, 1);
    dlclose(first);
    dlclose(second);
  }
}
