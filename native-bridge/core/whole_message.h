// A user message with all that is written into it, between MessageBegin and MessageEnd.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "metamod/metamod.h"

namespace mm {

// Which of the engine's functions writes the part, in the order of its table.
enum class PartType : uint8_t { Byte, Char, Short, Long, Angle, Coord, String, Entity };
inline constexpr int kPartTypes = 8;

// The value as it was given: an engine cuts what does not fit.
struct MessagePart {
  PartType type;
  int number = 0;         // Byte, Char, Short, Long, Entity
  float real = 0;         // Angle, Coord
  std::string text = {};  // String; in whatever encoding the game writes
};

struct WholeMessage {
  int dest = 0;
  int id = 0;
  bool hasOrigin = false;
  vec3_t origin = {};
  edict_t* entity = nullptr;
  std::vector<MessagePart> parts = {};
  std::vector<int> slots = {};  // whose listeners are meant; all where empty
};

// What becomes of a message that scripts were shown.
enum class MessageAnswer { Same, Changed, None };

// A message that the engine was told to begin and not yet to end.
struct OpenMessage {
  int id = 0;    // 0 where there is none
  int slot = 0;  // the native plugin that began it; 0 for the game, and for script plugins
};

}  // namespace mm
