// Entities of a map: read from its text, linked into the world, moved and made to think each frame.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "fake-engine/vector.h"
#include "fake-engine/world.h"
#include "metamod/metamod.h"

namespace fake {

using EntityText = std::vector<std::pair<std::string, std::string>>;

// The entity blocks of a map file: { "key" "value" … }. Stops at the first thing that is neither.
std::vector<EntityText> parseEntities(const std::string& text);
// What a map without a file holds.
const char* defaultMap();

// Creates the entity of that text and spawns it; the world goes into slot 0.
void spawnFromText(const EntityText& text, bool isWorld);

// After an entity moved or changed size: its absolute box, by the game's SetAbsBox where it has one.
void linkEntity(edict_t* entity);
void setEntitySize(edict_t* entity, Box box);
// Touches between a solid mover and the triggers that it overlaps.
void touchTriggers(edict_t* entity);
// Touch both ways between two that ran into each other; the trace is what the game finds in its globals.
void impact(edict_t* entity, const Hit& hit);

// Think if its time has come. False if the entity is gone afterwards.
bool runThink(edict_t* entity);
// One frame for every entity that is not a client.
void runEntities();

}  // namespace fake
