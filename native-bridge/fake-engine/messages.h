// Network messages, gathered between MessageBegin and MessageEnd and then delivered to the fake clients that would get
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fake-engine/vector.h"
#include "metamod/metamod.h"

namespace fake {

struct Message {
  int dest = 0;
  int type = 0;
  std::vector<uint8_t> bytes;
  Vec3 origin;

  void byte(int value) { bytes.push_back(static_cast<uint8_t>(value)); }
  void word(int value);
  void dword(int value);
  void coord(float value);  // eighths of a unit in a word
  void angle(float degrees);  // 256ths of a turn in a byte
  void text(std::string_view value);
};

// The game's or the engine's name for a message type, such as "SayText" or "svc_temp_entity".
std::string messageName(int type);

// Sends to one client, or by `dest` to all.
void deliver(const Message& message, edict_t* only);

class MessageWriter {
 public:
  void begin(int dest, int type, const float* origin, edict_t* only);
  void end();
  // The open message; null, after a Sys_Error that names `function`, outside MessageBegin and MessageEnd.
  Message* openFor(const char* function);

 private:
  bool isOpen_ = false;
  edict_t* only_ = nullptr;
  Message message_;
};

}  // namespace fake
