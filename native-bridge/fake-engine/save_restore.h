// Saved games, kept in memory under a name. The engine lays out the buffer; what is in it is the game DLL's business.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "metamod/metamod.h"

namespace fake {

class SaveRestore {
 public:
  // Asks the game to save its global state and every entity. False without a map.
  bool save(const std::string& name);
  bool has(const std::string& name) const { return saves_.contains(name); }
  const std::string& mapOf(const std::string& name) const { return saves_.at(name).map; }
  // Into the map that was just begun anew: each saved entity whose slot holds the same class again.
  void restore(const std::string& name);

 private:
  struct Saved {
    std::string map;
    float time;
    std::vector<char> bytes;
    std::vector<ENTITYTABLE> table;
    std::vector<std::string> classNames;
  };
  struct Header {
    char map[32];
    float time;
  };
  static TYPEDESCRIPTION* headerFields();

  std::map<std::string, Saved> saves_;
};

}  // namespace fake
