// How engines that know nothing of plugins come to their entity classes. Xash asks for each class it does not find
// (xash_exports.cc). HLDS and ReHLDS only search the exports of what they loaded as the game DLL, but for an entity of a
// map they then search for one named "custom", which makes entities of any class. So ours is found exactly when the class
// is a plugin's. For CreateNamedEntity they search for the class alone; calls of it by game and plugins come to us.
#pragma once

#include "core/core.h"

namespace mm {

// Around the game's KeyValue. Swallows the pair by which the engine tells a "custom" entity its class: the plugin's class
// is no such entity, and game and plugins see what they see for a class of the game.
bool takesPair(const edict_t* entity, KeyValueData* pair);
// After it: of an entity's pairs the engine tells the class first, and searches for it next.
void sawPair(const edict_t* entity, const KeyValueData* pair);

// Whether this is no table that an engine gives, but the variables of the entity whose class it told last: a map may name
// one of our own exports as a class.
bool isToldEntity(const void* vars);

// What the engine shall find as "custom"; null if the class it asked for last is no plugin's.
AnyFn customClass();

// Has the engine's pfnCreateNamedEntity, as game and plugins call it, know plugins' classes.
void findClassesOfPlugins();
// Whether the engine asks for classes itself, for CreateNamedEntity too.
void noteEngineAsks();
void forgetLookups();

}  // namespace mm
