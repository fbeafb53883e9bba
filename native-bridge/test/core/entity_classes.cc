// Which entity classes plugins offer, for how long, and what they may do.
#include <filesystem>

#include "test/core/classes.h"

namespace fs = std::filesystem;

TEST("an engine that asks for a class finds the game's first, then a plugin's") {
  Server host;
  load(1);
  CHECK_EQ(ask("info_test"), 0);
  CHECK_EQ(host.edicts[5].v.health, 42.0F);
  CHECK_EQ(ask("plugin_class"), 0);
  CHECK_EQ(host.edicts[5].v.health, 1.0F);
  CHECK_EQ(ask("no_such_class"), -1);
}

TEST("of two plugins with one class the first makes the entity, paused or not, and then the other") {
  Server host;
  load(1);
  load(2, "class_b.so");
  host.core.setRunning(1, false);
  ask("plugin_class");
  CHECK_EQ(host.edicts[5].v.health, 1.0F);
  host.core.remove(1);
  ask("plugin_class");
  CHECK_EQ(host.edicts[5].v.health, 2.0F);
}

TEST("what a plugin exports for others than maps is no class: data, Metamod's names, the compiler's, absurd ones") {
  Server host;
  ClassControl& plugin = load(1);
  ask("plugin_class");
  const std::string huge(100000, 'x');
  for (const char* name : {"plugin_number", "Meta_Query", "Meta_custom", "GiveFnptrsToDll", "custom", "_plugin", "", " ",
                           "plugin_class\n", "1plugin", "\xc3\xbc", huge.c_str()}) {
    CHECK_EQ(ask(name), -1);
  }
  CHECK_EQ(host.physics.SV_CreateEntity(&entity(5), nullptr), -1);
  CHECK(plugin.made == &host.edicts[5].v);
}

TEST("a plugin that refuses to be attached offers nothing") {
  Server host;
  const std::string file = besideProgram("class_a.so");
  void* const handle = dlopen(file.c_str(), RTLD_NOW);
  controlOf("class_a.so").attachAnswer = 0;
  CHECK(!host.tryLoad(1, "class_a.so").ok);
  CHECK_EQ(ask("plugin_class"), -1);
  controlOf("class_a.so").attachAnswer = 1;
  dlclose(handle);
}

TEST("a class may make entities inside each other, but not without end") {
  Server host(kHlds);
  static Texts texts;
  static string_t name;
  static int depth;
  texts = {};
  depth = 0;
  name = texts.add("plugin_class");
  load(1).whenMade = [](entvars_t*) {
    ++depth;
    server->game->engine->pfnCreateNamedEntity(name);
  };
  CHECK(host.game->engine->pfnCreateNamedEntity(name) != nullptr);
  CHECK_EQ(depth, 64);
  CHECK_EQ(host.removedByCore, 1);
  CHECK_EQ(host.policyLines.size(), 1U);
  CHECK(host.policyLines.at(0).find("plugin 'classes': entity class plugin_class: 64 entities") != std::string::npos);
}

TEST("a plugin without entities is closed when it is unloaded") {
  Server host;
  load(1);
  host.core.remove(1);
  CHECK(!Server::isMapped("class_a.so"));
}

TEST("a plugin whose class made an entity stays mapped until the next map has started, and offers nothing meanwhile") {
  Server host;
  load(1);
  ask("plugin_class");
  host.core.remove(1);
  nextFrame();
  CHECK(Server::isMapped("class_a.so"));
  CHECK_EQ(ask("plugin_class"), -1);
  host.hooked.dll()->pfnServerDeactivate();
  nextFrame();
  CHECK(Server::isMapped("class_a.so"));
  host.hooked.dll()->pfnServerActivate(host.edicts.data(), 1, 4);
  nextFrame();
  CHECK(!Server::isMapped("class_a.so"));
}

TEST("entities that were made while a map loads belong to that map") {
  Server host;
  load(1);
  host.hooked.dll()->pfnServerDeactivate();
  ask("plugin_class");
  host.hooked.dll()->pfnServerActivate(host.edicts.data(), 1, 4);
  host.core.remove(1);
  nextFrame();
  CHECK(Server::isMapped("class_a.so"));
  changeMap();
  CHECK(!Server::isMapped("class_a.so"));
}

TEST("a plugin that is unloaded out of its own class's function stays mapped") {
  Server host;
  load(1).whenMade = [](entvars_t*) { server->core.remove(1); };
  CHECK_EQ(ask("plugin_class"), 0);
  CHECK(Server::isMapped("class_a.so"));
}

TEST("a new version of a plugin runs although entities keep the old one in memory") {
  Server host;
  const std::string file = besideProgram("class_replaced.so");
  fs::copy_file(besideProgram("class_a.so"), file, fs::copy_options::overwrite_existing);
  load(1, "class_replaced.so");
  ask("plugin_class");
  host.core.remove(1);
  for (const auto& [other, version] : {std::pair{"class_b.so", 2.0F}, {"class_a.so", 1.0F}}) {
    fs::remove(file);
    fs::copy_file(besideProgram(other), file);
    CHECK_EQ(host.tryLoad(1, "class_replaced.so").reason, "");
    ask("plugin_class");
    CHECK_EQ(host.edicts[5].v.health, version);
    host.core.remove(1);
  }
  changeMap();
  CHECK(!Server::isMapped("class_replaced.so"));
  fs::remove(file);
}

TEST("a new version of a plugin runs although the dynamic linker keeps the old one for good") {
  Server host;
  const std::string file = besideProgram("class_kept.so");
  fs::copy_file(besideProgram("class_unique.so"), file, fs::copy_options::overwrite_existing);
  load(1, "class_kept.so");
  host.core.remove(1);
  CHECK(Server::isMapped("class_kept.so"));
  fs::remove(file);
  fs::copy_file(besideProgram("class_b.so"), file);
  CHECK_EQ(host.tryLoad(1, "class_kept.so").reason, "");
  ask("plugin_class");
  CHECK_EQ(host.edicts[5].v.health, 2.0F);
  fs::remove(file);
}

TEST("a script plugin's class comes to the policy, with the entity") {
  Server host;
  host.addScript(3, "script");
  CHECK(host.core.addEntityClass(3, "script_class"));
  CHECK_EQ(ask("script_class", 6), 0);
  CHECK_EQ(traced(), "3:script_class:6");
  CHECK(host.policyLines.empty());
}

TEST("a class that the game, a plugin or Metamod has is refused, and so is a name that none can have") {
  Server host;
  load(1);
  host.addScript(2, "first");
  host.addScript(3, "second");
  CHECK(host.core.addEntityClass(2, "script_class"));
  for (const char* name : {"script_class", "plugin_class", "info_test", "custom", "GiveFnptrsToDll", "Meta_Query",
                           "MetamodCore", "", "with blank", "9"}) {
    CHECK(!host.core.addEntityClass(3, name));
  }
  CHECK(!host.core.addEntityClass(2, "script_class"));
  CHECK(!host.core.addEntityClass(1, "of_a_native_plugin"));
  CHECK(!host.core.addEntityClass(9, "of_nobody"));
}

TEST("a script plugin's class goes when it is taken back, by its plugin only, and with the plugin") {
  Server host;
  host.addScript(2, "first");
  CHECK(host.core.addEntityClass(2, "one"));
  CHECK(host.core.addEntityClass(2, "two"));
  host.core.removeEntityClass(3, "one");
  CHECK_EQ(ask("one"), 0);
  host.core.removeEntityClass(2, "one");
  host.core.removeEntityClass(2, "one");
  CHECK_EQ(ask("one"), -1);
  host.core.remove(2);
  CHECK_EQ(ask("two"), -1);
  host.addScript(2, "first");
  CHECK(host.core.addEntityClass(2, "two"));
}

TEST("after reset nobody's class is known") {
  Server host;
  host.addScript(2, "first");
  host.core.addEntityClass(2, "one");
  load(1);
  ask("plugin_class");
  host.core.reset();
  CHECK(!Server::isMapped("class_a.so"));
  CHECK_EQ(ask("one"), -1);
}
