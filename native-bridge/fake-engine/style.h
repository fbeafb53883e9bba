// Where engines differ in what they ask of a game DLL.
#pragma once

namespace fake {

enum class Engines {
  kXash,  // 159 functions; a class that is no export is asked for through the physics interface
  kHlds,  // 158 functions; a class is an export, or for an entity of a map the one named "custom"
};

struct Style {
  Engines engines = Engines::kXash;
  bool usesOldApi = false;  // asks for GetEntityAPI where other engines prefer GetEntityAPI2
};

}  // namespace fake
