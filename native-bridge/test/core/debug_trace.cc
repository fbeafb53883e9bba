// The trace that the console variable `meta_debug` asks for.
#include "test/core/hooks.h"

namespace {

// The variable as the loader registers it; read by the core at the next frame.
struct Debug {
  char name[11] = "meta_debug";
  char text[2] = "0";
  cvar_t variable{name, text, 0, 0, nullptr};
  Debug() { server->cvars["meta_debug"] = &variable; }
  void set(float level) {
    variable.value = level;
    nextFrame();
    server->policyLines.clear();
  }
};

int ignoring(edict_t*) {
  answer(MRES_IGNORED);
  return 0;
}

int superceding(edict_t*) {
  answer(MRES_SUPERCEDE);
  return 0;
}

std::string lines() {
  std::string all;
  for (const std::string& line : server->policyLines) all += line + "\n";
  server->policyLines.clear();
  return all;
}

}  // namespace

TEST("from a function's level on, a line is written before each of its hooks and before the real function") {
  Server host;
  Debug debug;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  onSpawn(plugin) = ignoring;
  onSpawn(plugin, mm::kPost) = ignoring;
  debug.set(1);
  spawn();
  CHECK_EQ(lines(), "");
  debug.set(2);
  spawn();
  CHECK_EQ(lines(),
           "[META] debug: pfnSpawn: pre hook of 'plugin_a'\n"
           "[META] debug: pfnSpawn: the game\n"
           "[META] debug: pfnSpawn: post hook of 'plugin_a'\n");
  debug.set(0);
  spawn();
  CHECK_EQ(lines(), "");
}

TEST("a real function that is skipped or missing is told so, and one that nobody hooks is not traced") {
  Server host({.setGame = [](GameControl& game) { game.lacks.set(mm::dllId(offsetof(DLL_FUNCTIONS, pfnUse))); }});
  Debug debug;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  onSpawn(plugin) = superceding;
  plugin.dll[mm::kPre]->pfnUse = [](edict_t*, edict_t*) { answer(MRES_IGNORED); };
  plugin.engineHooks[mm::kPost]->pfnTime = [] { answer(MRES_IGNORED); return 0.0F; };
  debug.set(4);
  spawn();
  host.hooked.dll()->pfnUse(nullptr, nullptr);
  host.hooked.engine()->pfnTime();
  host.hooked.dll()->pfnThink(nullptr);
  CHECK_EQ(lines(),
           "[META] debug: pfnSpawn: pre hook of 'plugin_a'\n"
           "[META] debug: pfnSpawn: the game is skipped, superceded\n"
           "[META] debug: pfnUse: pre hook of 'plugin_a'\n"
           "[META] debug: pfnUse: the game has no such function\n"
           "[META] debug: pfnTime: the engine\n"
           "[META] debug: pfnTime: post hook of 'plugin_a'\n");
}

TEST("neighbouring script plugins share a line, which names those that hook the function") {
  Server host;
  Debug debug;
  host.scriptHooks[mm::kPre][kSpawn] = reinterpret_cast<mm::AnyFn>(&ignoring);
  host.core.setScriptHooks(host.scriptHooks);
  for (const int slot : {1, 2, 3}) host.addScript(slot, slot == 1 ? "first" : slot == 2 ? "silent" : "last");
  for (const int slot : {1, 3}) host.core.setScriptHook(slot, kSpawn, mm::kPre, true);
  debug.set(2);
  spawn();
  CHECK_EQ(host.policyLines.at(0), "[META] debug: pfnSpawn: pre hook of 'first', 'last'");
}

TEST("a level that is no number or negative is no reason to trace, and the highest is as good as 4") {
  Server host;
  Debug debug;
  onSpawn(host.load(1, "plugin_a.so")) = ignoring;
  for (const float level : {-1.0F, 0.0F, __builtin_nanf(""), -1e30F}) {
    debug.set(level);
    spawn();
    CHECK_EQ(lines(), "");
  }
  debug.set(1e30F);
  spawn();
  CHECK(!lines().empty());
}

TEST("an engine without the variable, or without a function to find it, is not traced") {
  Server host;
  onSpawn(host.load(1, "plugin_a.so")) = ignoring;
  nextFrame();
  spawn();
  CHECK_EQ(lines(), "");
}
