// Entity classes that plugins offer. A native plugin offers every function that it exports under the class's name, as a
// game DLL does (LINK_ENTITY_TO_CLASS); a script plugin registers each. A class of the game's own always wins: that is
// the order of the engine, which looks into its game DLL first, so a plugin cannot break a map by a name that it took by
// chance. Among plugins the one that was loaded first wins. Paused plugins' classes go on working, because an entity that
// a map or another entity relies on must not be missing for the time.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/core.h"

namespace mm {

class NativePlugin;

class EntityClasses {
 public:
  // False: the game, another plugin or Metamod itself has the name, or it can be no class's.
  bool add(int slot, const char* className);
  void remove(int slot, const char* className);
  void forgetOwner(int slot);

  // Whether a plugin offers the class, and the game does not have it.
  bool offers(const char* className) const;
  // Makes the entity one of a plugin's class; false if no plugin offers it.
  bool make(const char* className, entvars_t* vars);
  // Whether the class that made this entity, as the last one since the call of forgetGone(), removed it again. Its slot
  // may be another entity's by now.
  bool isGone(const edict_t* entity) const { return entity && entity == lastGone_; }
  void forgetGone() { lastGone_ = nullptr; }

  // While an entity lives that a native plugin's class made, the plugin's code is needed: game and engine may call it.
  bool mayHaveEntities(const NativePlugin& plugin) const;
  // The entities of the map that ended are certainly gone when the next one has started, but not earlier.
  void mapEnded() { ++map_; }
  void mapStarted();
  void clear();

 private:
  using Factory = void (*)(entvars_t*);
  struct Offer {
    int slot;
    Factory native;  // null for a script plugin's
  };
  std::optional<Offer> find(const char* className) const;
  bool isTooDeep(const Offer& offer, const char* className);
  void callMaker(const Offer& offer, const char* className, entvars_t* vars);

  std::map<std::string, int, std::less<>> slots_;  // of script plugins, by class
  int map_ = 0;
  int oldestMap_ = 0;  // whose entities may live
  int depth_ = 0;
  const edict_t* lastGone_ = nullptr;  // only compared, never read
};

}  // namespace mm
