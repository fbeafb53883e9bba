// The real game DLL behind us.
#pragma once

#include "core/library.h"

namespace mm {

class GameDll {
 public:
  // Opens it, gives it our engine table, and takes its tables into realFunctions.
  Outcome load(const char* path);
  void unload();

  const Library& library() const { return library_; }
  bool isLoaded() const { return library_.isOpen(); }
  bool hasNewDll() const { return hasNewDll_; }

  // While the game is asked for its tables. Behind a front its calls to its own exports are bound to ours, because ours
  // come first in the search; so what arrives there meanwhile is meant for the game.
  bool isBeingAsked() const { return isBeingAsked_; }

  // What the game exports under an entity's class name; null if it has no such class.
  using EntityFactory = void (*)(entvars_t*);
  EntityFactory factory(const char* className) const;

 private:
  Outcome takeTables();
  void takeNewTable();
  Outcome takeTable();

  Library library_;
  bool hasNewDll_ = false;
  bool isBeingAsked_ = false;
};

}  // namespace mm
