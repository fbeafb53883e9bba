// Server commands outlive the plugin that registered them in the engine, and must not outlive it in our calls.
#include <dlfcn.h>
#include <sys/mman.h>

#include "test/core/hooks.h"

TEST("a command of a native plugin is called, known by the library its function lies in") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("greet", plugin.command);
  CHECK_EQ(host.commands.count("greet"), 1U);
  CHECK(host.commands["greet"] != plugin.command);
  host.type("GREET");
  CHECK_EQ(plugin.commandCalls, 1);
}

TEST("a command of an unloaded plugin says so, and lives again when the plugin is back") {
  Server host;
  PluginControl* plugin = &host.load(1, "plugin_a.so");
  plugin->engine->pfnAddServerCommand("greet", plugin->command);
  host.core.remove(1);
  host.type("greet");
  CHECK_EQ(host.console.at(0), "[META] Command 'greet' does nothing now: plugin 'plugin_a' was unloaded. Load it again "
                               "to have the command.\n");
  plugin = &host.load(1, "plugin_a.so");
  plugin->engine->pfnAddServerCommand("greet", plugin->command);
  host.type("greet");
  CHECK_EQ(plugin->commandCalls, 1);
}

TEST("a command whose function lies in no library belongs to the plugin that is being called") {
  Server host;
  host.load(1, "plugin_a.so", [](PluginControl& plugin) {
    plugin.whenAttached = [](PluginControl& it) { it.engine->pfnAddServerCommand("mine", [] { note("called"); }); };
  });
  host.type("mine");
  CHECK_EQ(traced(), "called");
  host.core.remove(1);
  host.type("mine");
  CHECK_EQ(traced(), "");
}

TEST("a command that nobody can be found for works, and is not lost with any plugin") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("orphan", [] { note("called"); });
  host.core.remove(1);
  host.type("orphan");
  CHECK_EQ(traced(), "called");
}

TEST("a plugin may unload itself from its own command, and stays in memory until the next frame") {
  Server host;
  host.load(1, "plugin_a.so", [](PluginControl& plugin) {
    plugin.whenAttached = [](PluginControl& it) {
      it.engine->pfnAddServerCommand("leave", [] { server->core.remove(1); });
    };
  });
  host.type("leave");
  CHECK(host.core.info(1) == nullptr);
  CHECK(Server::isMapped("plugin_a.so"));
  nextFrame();
  CHECK(!Server::isMapped("plugin_a.so"));
  host.type("leave");
  CHECK_EQ(host.console.size(), 1U);
}

TEST("a script command may reload a native plugin and gets a fresh one, not the old one's memory") {
  Server host;
  host.addScript(2, "script");
  host.core.addScriptCommand(2, "reload");
  host.load(1, "plugin_a.so").commandCalls = 5;
  host.whenCommand = [] {
    server->core.remove(1);
    CHECK_EQ(server->load(1, "plugin_a.so").commandCalls, 0);
  };
  host.type("reload");
}

TEST("a script plugin's command arrives at the policy; a name that is taken is refused") {
  Server host;
  host.addScript(2, "script");
  CHECK(host.core.addScriptCommand(2, "hello"));
  CHECK(host.core.addScriptCommand(2, "hello"));
  CHECK(!host.core.addScriptCommand(3, "Hello"));
  host.core.addCvar(2, "a_cvar", "1", 0);
  CHECK(!host.core.addScriptCommand(2, "a_cvar"));
  host.type("hello");
  CHECK_EQ(traced(), "2:hello");
  host.core.remove(2);
  host.type("hello");
  CHECK_EQ(traced(), "");
}

TEST("a native plugin that wants another's command name is told so") {
  Server host;
  host.addScript(1, "script");
  host.core.addScriptCommand(1, "hello");
  PluginControl& plugin = host.load(2, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("hello", plugin.command);
  CHECK_EQ(host.policyLines.at(0), "[META] ERROR: plugin 'plugin_a' cannot register command 'hello': the name belongs "
                                   "to plugin 'script'. Rename it.");
}

TEST("a command with a name of 300 characters is kept whole") {
  Server host;
  const std::string name(300, 'n');
  host.addScript(1, "script");
  CHECK(host.core.addScriptCommand(1, name.c_str()));
  host.type(name);
  CHECK_EQ(traced(), "1:" + name);
}

TEST("commands are listed with their owners, and those of unloaded plugins with none") {
  Server host;
  host.core.addScriptCommand(0, "meta");
  PluginControl& plugin = host.load(2, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("greet", plugin.command);
  const auto listed = [&host] {
    std::string all;
    for (const mm::RegisteredCommand& command : host.core.commands()) {
      all += command.name + ":" + std::to_string(command.slot) + (command.isAlive ? " " : "- ");
    }
    return all;
  };
  CHECK_EQ(listed(), "meta:0 greet:2 ");
  host.core.remove(2);
  CHECK_EQ(listed(), "meta:0 greet:0- ");
  host.addScript(2, "another");
  host.core.remove(2);
  host.type("greet");
  CHECK(host.console.at(0).find("'plugin_a' was unloaded") != std::string::npos);
}

TEST("a command without a name or function is refused") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnAddServerCommand(nullptr, plugin.command);
  plugin.engine->pfnAddServerCommand("", plugin.command);
  plugin.engine->pfnAddServerCommand("empty", nullptr);
  CHECK_EQ(host.policyLines.size(), 3U);
  CHECK(host.core.commands().empty());
  CHECK(host.commands.empty());
}

TEST("no plugin gets a command of Metamod's own, not even one that nobody can name") {
  Server host;
  host.core.addScriptCommand(0, "meta");
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("meta", [] { note("called"); });
  host.type("meta");
  CHECK_EQ(traced(), "0:meta");
  CHECK(host.policyLines.at(0).find("the name belongs to Metamod") != std::string::npos);
}

TEST("a function made at run time is taken, with a warning, and another may take its place") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  void* const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  const auto made = reinterpret_cast<void (*)()>(page);
  plugin.engine->pfnAddServerCommand("made", made);
  CHECK(host.policyLines.at(0).starts_with("[META] WARNING: command 'made' has a function that lies in no plugin;"));
  plugin.engine->pfnAddServerCommand("made", [] { note("called"); });
  munmap(page, 4096);
  host.type("made");
  CHECK_EQ(traced(), "called");
}

TEST("a command of a library that nobody knows says so when that library was closed") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  void* const library = dlopen(besideProgram("plugin_b.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  plugin.engine->pfnAddServerCommand("stray", reinterpret_cast<void (*)()>(dlsym(library, "Meta_Init")));
  dlclose(library);
  CHECK(!Server::isMapped("plugin_b.so"));
  host.type("stray");
  CHECK_EQ(host.console.size(), 1U);
  CHECK(host.console.at(0).find("Command 'stray' does nothing now: its plugin was unloaded.") != std::string::npos);
}

TEST("a script plugin's command that it took back says so, and is free for others") {
  Server host;
  host.addScript(1, "first");
  host.addScript(2, "second");
  CHECK(host.core.addScriptCommand(1, "hello"));
  host.core.removeScriptCommand(2, "hello");
  CHECK(!host.core.addScriptCommand(2, "hello"));
  host.core.removeScriptCommand(1, "hello");
  host.type("hello");
  CHECK_EQ(host.console.size(), 1U);
  CHECK(host.core.addScriptCommand(2, "hello"));
  host.type("hello");
  CHECK_EQ(traced(), "2:hello");
}

TEST("when JavaScript is over, its commands and Metamod's own say so, and those of native plugins work") {
  Server host;
  host.addScript(1, "talker");
  CHECK(host.core.addScriptCommand(1, "hello"));
  CHECK(host.core.addScriptCommand(0, "meta"));
  PluginControl& plugin = host.load(2, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("greet", plugin.command);
  host.core.removeScripts();
  host.core.setPolicy(nullptr);
  for (const char* const name : {"hello", "meta"}) {
    host.console.clear();
    host.type(name);
    CHECK_EQ(host.console.at(0), std::string("[META] Command '") + name + "' does nothing now: JavaScript is over. "
                                                                         "Start the server again to have the command.\n");
  }
  host.type("greet");
  CHECK_EQ(plugin.commandCalls, 1);
}
