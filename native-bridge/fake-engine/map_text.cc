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

void giveKeyValues(edict_t* entity, const EntityText& text, const std::string& className) {
  for (const auto& [key, value] : text) {
    if (key == "classname") continue;
    // A key that begins with _ is a remark for map compilers.
    if (key.front() == '_') continue;
    KeyValueData data{className.c_str(), key.c_str(), value.c_str(), 0};
    engine().library.call(&DLL_FUNCTIONS::pfnKeyValue, entity, &data);
  }
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
  entity->v.classname = e.strings.allocate(className->c_str());
  if (!e.library.createEntity(entity, className->c_str())) {
    e.console.line("map: the game has no class '%s'; the entity is left out", className->c_str());
    if (!isWorld) e.edicts.free(entity);
    return;
  }
  giveKeyValues(entity, text, *className);
  const int refused = e.library.call(&DLL_FUNCTIONS::pfnSpawn, entity);
  if (!isWorld && !entity->free && (refused == -1 || entity->v.flags & FL_KILLME)) e.edicts.free(entity);
  if (!entity->free) linkEntity(entity);
}

}  // namespace fake
