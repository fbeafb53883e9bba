// What only clients see or hear. The engine keeps no picture of it; it sends the message a real client would get.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "metamod/metamod.h"

namespace fake {

struct Message;

struct Effects {
  static constexpr int kLightStyles = 64;
  static constexpr size_t kMaxDecals = 512;
  std::array<std::string, kLightStyles> lightStyles;
  std::vector<std::string> decals;  // the index of a decal is its place here
};

struct Sound {
  int channel;
  const char* sample;
  float volume;
  float attenuation;
  int flags;
  int pitch;
};

// False, after a line or Sys_Error that names `function`, for a value the client's format cannot hold.
bool isPlayable(const char* function, const Sound& sound);
void writeSound(Message& message, const Sound& sound, int entity, const float* origin);

}  // namespace fake
