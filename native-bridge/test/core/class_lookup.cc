// The ways by which engines, games and plugins come to a plugin's entity class.
#include "test/core/classes.h"

TEST("an engine that only searches exports finds \"custom\" for the one entity whose class is a plugin's") {
  Server host(kHlds);
  Texts texts;
  ClassControl& plugin = load(1);
  edict_t& box = entity(5);
  CHECK(found("custom") == nullptr);
  tellClass(&box, texts.add("no_such_class"));
  CHECK(found("custom") == nullptr);
  tellClass(&box, texts.add("plugin_class"));
  const Factory custom = found("custom");
  CHECK(custom != nullptr);
  custom(&box.v);
  CHECK(plugin.made == &box.v);
  CHECK(found("custom") == nullptr);
}

TEST("game and plugins see the pairs of such an entity as if its class were the game's") {
  Server host(kHlds);
  Texts texts;
  load(1);
  edict_t& box = entity(5);
  tellClass(&box, texts.add("plugin_class"));
  found("custom")(&box.v);
  const int before = keyValuesOfGame();
  int isHandled = 0;
  tellPair(&box, "custom", "customclass", "plugin_class", &isHandled);
  CHECK_EQ(isHandled, 1);
  CHECK_EQ(keyValuesOfGame(), before);
  tellPair(&box, "plugin_class", "origin", "0 0 0");
  tellPair(&box, "custom", "customclass", "another");
  CHECK_EQ(keyValuesOfGame(), before + 2);
}

TEST("\"custom\" makes no other entity than that whose class was told last, and is forgotten with its first pair") {
  Server host(kHlds);
  Texts texts;
  ClassControl& plugin = load(1);
  tellClass(&entity(5), texts.add("plugin_class"));
  const Factory custom = found("custom");
  custom(&entity(6).v);
  custom(nullptr);
  CHECK(plugin.made == nullptr);
  tellPair(&host.edicts[5], "plugin_class", "origin", "0 0 0");
  CHECK(found("custom") == nullptr);
  custom(&host.edicts[5].v);
  CHECK(plugin.made == nullptr);
}

TEST("a class of the game's own \"custom\" stays the game's") {
  Server host({.gameDll = "xash_game.so"});
  Texts texts;
  load(1);
  tellClass(&entity(5), texts.add("plugin_class"));
  const Factory ours = found("custom");
  tellClass(&entity(5), texts.add("no_such_class"));
  const Factory games = found("custom");
  CHECK(games != nullptr && games != ours);
  games(&entity(5).v);
  CHECK_EQ(host.edicts[5].v.health, 9.0F);
}

TEST("CreateNamedEntity of game, plugin and script makes an entity of a plugin's class where the engine finds none") {
  Server host(kHlds);
  Texts texts;
  ClassControl& plugin = load(1);
  const string_t name = texts.add("plugin_class");
  for (const enginefuncs_t* engine : {host.game->engine, static_cast<const enginefuncs_t*>(plugin.engine), host.core.engine()}) {
    edict_t* const made = engine->pfnCreateNamedEntity(name);
    CHECK(made != nullptr);
    CHECK(plugin.made == &made->v);
    CHECK_EQ(made->v.classname, name);
    CHECK(made->v.pContainingEntity == made);
  }
}

TEST("CreateNamedEntity of any other class is the engine's") {
  Server host(kHlds);
  Texts texts;
  load(1);
  host.game->engine->pfnCreateNamedEntity(texts.add("info_test"));
  host.game->engine->pfnCreateNamedEntity(texts.add("no_such_class"));
  CHECK_EQ(host.namedByEngine, 2);
}

TEST("CreateNamedEntity is the engine's where the engine asks for classes itself") {
  Server host({.makesEntities = true});
  Texts texts;
  load(1);
  host.game->engine->pfnCreateNamedEntity(texts.add("plugin_class"));
  CHECK_EQ(host.namedByEngine, 1);
}

TEST("plugins' hooks see a CreateNamedEntity that makes a plugin's class") {
  Server host(kHlds);
  Texts texts;
  PluginControl& watcher = host.load(1, "plugin_a.so");
  load(2);
  watcher.engineHooks[mm::kPre]->pfnCreateNamedEntity = [](string_t) -> edict_t* {
    note("hook");
    answer(MRES_IGNORED);
    return nullptr;
  };
  nextFrame();
  CHECK(host.game->engine->pfnCreateNamedEntity(texts.add("plugin_class")) != nullptr);
  CHECK_EQ(traced(), "hook");
}

TEST("CallGameEntity makes entities of the game's classes, then of plugins'") {
  Server host;
  ClassControl& plugin = load(1);
  CHECK_EQ(plugin.util->pfnCallGameEntity(plugin.info, "info_test", &entity(5).v), 1);
  CHECK_EQ(host.edicts[5].v.health, 42.0F);
  CHECK_EQ(plugin.util->pfnCallGameEntity(plugin.info, "plugin_class", &entity(5).v), 1);
  CHECK_EQ(host.edicts[5].v.health, 1.0F);
  CHECK_EQ(plugin.util->pfnCallGameEntity(plugin.info, "no_such_class", &entity(5).v), 0);
  CHECK_EQ(plugin.util->pfnCallGameEntity(plugin.info, "GiveFnptrsToDll", &entity(5).v), 0);
  CHECK_EQ(plugin.util->pfnCallGameEntity(plugin.info, nullptr, &entity(5).v), 0);
}

TEST("an entity that its class removes is none for who asked for it, whoever has its place by then") {
  static Texts texts;
  static string_t name;
  for (const ServerOptions& options : {kHlds, ServerOptions{.makesEntities = true}}) {
    Server host(options);
    texts = {};
    name = texts.add("plugin_class");
    host.whenNamed = [](edict_t* entity) { server->physics.SV_CreateEntity(entity, "plugin_class"); };
    ClassControl& plugin = load(1);
    CHECK(host.game->engine->pfnCreateNamedEntity(name) != nullptr);
    plugin.whenMade = [](entvars_t* vars) { ++vars->pContainingEntity->serialnumber; };
    CHECK(host.game->engine->pfnCreateNamedEntity(name) == nullptr);
    plugin.whenMade = [](entvars_t* vars) { vars->pContainingEntity->free = 1; };
    CHECK(host.game->engine->pfnCreateNamedEntity(name) == nullptr);
    plugin.whenMade = nullptr;
  }
}

TEST("an entity that the game makes itself is there, whatever a plugin's class did before or meanwhile") {
  static Texts texts;
  static string_t name;
  Server host({.gameDll = "xash_game.so", .makesEntities = true});
  texts = {};
  name = texts.add("xash_only");
  host.addScript(2, "script");
  CHECK(host.core.addEntityClass(2, "xash_only"));
  load(1).whenMade = [](entvars_t* vars) { ++vars->pContainingEntity->serialnumber; };
  ask("plugin_class");
  host.whenNamed = [](edict_t* entity) {
    CHECK_EQ(server->physics.SV_CreateEntity(entity, "xash_only"), 0);
    ask("plugin_class");
  };
  edict_t* const made = host.core.engine()->pfnCreateNamedEntity(name);
  CHECK(made != nullptr);
  CHECK(made != &host.edicts[5]);
  CHECK(made && made->v.health == 7.0F);
}
