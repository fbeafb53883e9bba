#include "fake-engine/precache.h"

#include <strings.h>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {

int PrecacheTable::add(const char* name) {
  Engine& e = engine();
  if (!name || !*name || static_cast<unsigned char>(*name) <= ' ') {
    e.hostError("%s: the name is empty; pass a path below the game directory", function_);
    return 0;
  }
  if (const int known = find(name)) return known;
  if (!e.server.isLoading()) {
    e.hostError("%s: '%s' came too late; precache from Spawn or ServerActivate, while the map loads", function_, name);
    return 0;
  }
  if (count() + 1 >= limit_) {
    e.hostError("%s: '%s' is one too many, the limit is %d; precache fewer", function_, name, limit_);
    return 0;
  }
  names_.push_back(name);
  return count();
}

int PrecacheTable::find(const char* name) const {
  for (size_t i = 1; i < names_.size(); ++i) {
    // SAFETY: whoever precached the name promised to keep it until the map ends.
    if (!strcasecmp(names_[i], name)) return static_cast<int>(i);
  }
  return 0;
}

const char* PrecacheTable::name(int index) const {
  return index > 0 && index <= count() ? names_[static_cast<size_t>(index)] : nullptr;
}

void Precache::clear() {
  for (PrecacheTable* table : {&models, &sounds, &generics, &events}) table->clear();
  unmodified.clear();
}

namespace {

int precacheModel(const char* name) { return engine().precache.models.add(name); }
int precacheSound(const char* name) { return engine().precache.sounds.add(name); }
int precacheGeneric(const char* name) { return engine().precache.generics.add(name); }

unsigned short precacheEvent(int, const char* name) {
  return static_cast<unsigned short>(engine().precache.events.add(name));
}

int modelIndex(const char* name) {
  const int index = name ? engine().precache.models.find(name) : 0;
  // Quiet in GoldSrc too, except for the line: code asks for models it may not have precached.
  if (!index) engine().console.line("ModelIndex: '%s' is not precached", name ? name : "(null)");
  return index;
}

void forceUnmodified(FORCE_TYPE type, float*, float*, const char* name) {
  Engine& e = engine();
  if (!name || !*name) return;
  if (!e.server.isLoading()) {
    e.hostError("ForceUnmodified: '%s' came too late; call it while the map loads", name);
    return;
  }
  e.precache.unmodified.push_back({type, name});
}

}  // namespace

void addPrecacheFunctions(enginefuncs_t& table) {
  table.pfnPrecacheModel = precacheModel;
  table.pfnPrecacheSound = precacheSound;
  table.pfnPrecacheGeneric = precacheGeneric;
  table.pfnPrecacheEvent = precacheEvent;
  table.pfnModelIndex = modelIndex;
  table.pfnForceUnmodified = forceUnmodified;
}

}  // namespace fake
