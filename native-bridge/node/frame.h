// The scratch frame: where the numbers of one hook or call lie while they cross between C and JavaScript. A hook's
// frame begins with this header; its parameters follow at the offsets that their rows name. A call uses the same
// offsets, and of the header only `result`. JavaScript knows the layout from packages/sdk/src/raw/frame.ts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mm::node {

struct FrameHeader {
  int32_t functionId;
  int32_t phase;
  int32_t firstSlot;
  int32_t lastSlot;
  int32_t serial;  // differs from frame to frame; 0 once the hook has returned
  int32_t dirty;   // a bit for each parameter that JavaScript wrote
  int32_t mres;
  int32_t lastMres;
  int32_t status;
  int32_t prevMres;
  int32_t flags;
  int32_t unused;
  std::byte result[16];
  std::byte original[16];
  std::byte override[16];
};
static_assert(sizeof(FrameHeader) == 96 && offsetof(FrameHeader, result) == 48);

inline constexpr int32_t kOriginalReadable = 1;
inline constexpr int32_t kOverrideReadable = 2;

// A struct's bytes follow a word that says whether the pointer was there; the word takes this much room.
inline constexpr std::size_t kStructPrefix = 16;

// Frames are pushed onto a block of this size like onto a stack, one for each hook that runs inside another. More of
// them than this is a hook that calls, without end, what it hooks; better to stop it than to run out of the C stack.
inline constexpr std::size_t kScratchSize = 1 << 20;
inline constexpr int kMostNestedHooks = 100;
inline constexpr std::size_t kLargestFrame = kScratchSize / (kMostNestedHooks + 1);

inline constexpr std::size_t alignFrame(std::size_t size) { return (size + 15) & ~std::size_t{15}; }

template <class T>
void put(std::byte* at, T value) {
  std::memcpy(at, &value, sizeof value);
}

template <class T>
T get(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

}  // namespace mm::node
