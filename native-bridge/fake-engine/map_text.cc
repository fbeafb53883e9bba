#include "fake-engine/engine.h"
#include "fake-engine/entities.h"

namespace fake {
namespace {

// The next quoted text, or a brace as a text of its own; "" at the end.
std::string nextToken(const std::string& text, size_t& at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ') ++at;
  if (at >= text.size()) return {};
  if (text[at] != '"') return std::string(1, text[at++]);
  const size_t end = std::min(text.find('"', at + 1), text.size());
  std::string token = text.substr(at + 1, end - at - 1);
  at = std::min(end + 1, text.size());
  return token;
}

}  // namespace

const char* defaultMap() {
  return R"({ "classname" "worldspawn" "message" "A box room" }
{ "classname" "info_player_start" "origin" "-256 0 40" "angles" "0 0 0" }
{ "classname" "info_player_start" "origin" "256 0 40" "angles" "0 180 0" }
{ "classname" "info_player_start" "origin" "0 -256 40" "angles" "0 90 0" }
{ "classname" "info_player_start" "origin" "0 256 40" "angles" "0 270 0" }
{ "classname" "trigger_test" "origin" "0 0 32" "targetname" "middle" }
{ "classname" "ammo_box" "origin" "128 128 64" }
{ "classname" "test_lift" "origin" "-384 -384 16" })";
}

std::vector<EntityText> parseEntities(const std::string& text) {
  std::vector<EntityText> entities;
  size_t at = 0;
  while (nextToken(text, at) == "{") {
    EntityText entity;
    for (std::string key; !(key = nextToken(text, at)).empty() && key != "}";) {
      entity.emplace_back(std::move(key), nextToken(text, at));
    }
    entities.push_back(std::move(entity));
  }
  return entities;
}

namespace {

const std::string* classNameOf(const EntityText& text) {
  for (const auto& [key, value] : text) {
    if (key == "classname") return &value;
  }
  return nullptr;
}

bool giveKeyValue(edict_t* entity, const char* className, const char* key, const char* value) {
  KeyValueData data{className, key, value, 0};
  engine().library.call(&DLL_FUNCTIONS::pfnKeyValue, entity, &data);
  return data.fHandled;
}

void giveKeyValues(edict_t* entity, const EntityText& text, const char* className) {
  const bool isHlds = engine().style.engines == Engines::kHlds;
  for (const auto& [key, value] : text) {
    if (key == "classname") continue;
    // A key that begins with _ is a remark for map compilers.
    if (key.front() == '_') continue;
    // GoldSrc takes any value that reads like the class for the pair that it told first.
    if (isHlds && value == className) continue;
    giveKeyValue(entity, className, key.c_str(), value.c_str());
  }
}

// ED_ParseEdict of GoldSrc and SV_ParseEdict of Xash3D: the game is told the class, and may give the entity another; then
// that is searched for; and what is made as "custom" is told its class once more.
bool createFromMap(edict_t* entity, const char* className) {
  Library& library = engine().library;
  if (library.createEntity(entity, className)) return true;
  if (!library.createCustom(entity)) return false;
  giveKeyValue(entity, "custom", "customclass", className);
  return true;
}

// Makes the entity one of the class that the game gave it. False if there is none.
bool makeTold(edict_t* entity, const EntityText& text) {
  Engine& e = engine();
  const char* const told = e.strings.text(entity->v.classname);
  const std::string className = told ? told : "";
  const bool isCreated = createFromMap(entity, className.c_str());
  // GoldSrc gives the pairs to anything, and throws away afterwards what is of no class.
  if (e.style.engines == Engines::kHlds || (isCreated && !entity->free)) giveKeyValues(entity, text, className.c_str());
  if (!isCreated) e.console.line("map: the game has no class '%s'; the entity is left out", className.c_str());
  return isCreated;
}

}  // namespace

void spawnFromText(const EntityText& text, bool isWorld) {
  Engine& e = engine();
  const std::string* className = classNameOf(text);
  if (!className) {
    e.console.line("map: an entity has no classname; it is left out");
    return;
  }
  edict_t* entity = isWorld ? e.edicts.at(0) : e.edicts.take();
  if (!entity) {
    e.hostError("map: more than %d entities", Edicts::kMax);
    return;
  }
  if (!giveKeyValue(entity, nullptr, "classname", className->c_str())) {
    e.hostError("map: the game does not take the class of an entity, '%s'", className->c_str());
    return;
  }
  if (!makeTold(entity, text)) {
    // GoldSrc goes on without a world, which nobody sees but its players.
    if (!isWorld || e.style.engines == Engines::kHlds) e.edicts.free(entity);
    return;
  }
  if (entity->free) return;
  const int refused = e.library.call(&DLL_FUNCTIONS::pfnSpawn, entity);
  if (!isWorld && !entity->free && (refused == -1 || entity->v.flags & FL_KILLME)) e.edicts.free(entity);
  if (!entity->free) linkEntity(entity);
}

}  // namespace fake
