// Where the game's thread is, in one word that another thread may read at any time: which entry from outside it is in,
// what stands innermost on its stack, and a serial that is another one after each step. A step costs one store.
#pragma once

#include <atomic>
#include <climits>
#include <cstdint>

#include "core/core.h"

namespace mm::node {

// The bits from the lowest: the place, the turn, the serial. What overflows the turn's falls into the serial, where it
// does no harm, and what overflows the serial's is gone.
using PositionWord = uintptr_t;

// What stands innermost, and whether it was entered from outside: nobody else's JavaScript is below it then.
struct Place {
  Standing standing = Standing::Outside;
  bool isOutermost = false;
};

constexpr Place placeOf(PositionWord word) { return {static_cast<Standing>(word & 3), (word & 4) != 0}; }

class Position {
 public:
  constexpr Position() = default;

  PositionWord now() const { return word_.load(std::memory_order_relaxed); }
  Place place() const { return placeOf(now()); }

  // C calls JavaScript. From outside, that begins a turn.
  void enterScript() {
    const PositionWord word = now();
    const bool isOutermost = placeOf(word).standing == Standing::Outside;
    put(word + (isOutermost ? kTurn : kStep), {Standing::InsideScript, isOutermost});
  }
  // JavaScript calls C.
  void enterCall() { put(now() + kStep, {Standing::InsideCall, false}); }
  // Back to where it was before either.
  void leave(Place outer) { put(now() + kStep, outer); }

  // The event loop begins anew, from which JavaScript is entered without our seeing it.
  void turn() {
    const PositionWord word = now();
    if (placeOf(word).standing == Standing::Outside) put(word + kTurn, {});
  }

  // Whether two words are of one entry from outside.
  static constexpr bool isSameTurn(PositionWord one, PositionWord other) { return ((one ^ other) & kTurnMask) == 0; }

 private:
  static constexpr int kBits = sizeof(PositionWord) * CHAR_BIT;
  static constexpr int kPlaceBits = 3;
  static constexpr int kSerialBits = kBits * 3 / 8;  // 12 of 32
  static constexpr PositionWord kPlaceMask = (PositionWord{1} << kPlaceBits) - 1;
  static constexpr PositionWord kTurn = PositionWord{1} << kPlaceBits;
  static constexpr PositionWord kStep = PositionWord{1} << (kBits - kSerialBits);
  static constexpr PositionWord kTurnMask = kStep - kTurn;

  // Only the game's thread writes, so there is no need to read and write in one.
  void put(PositionWord word, Place place) {
    const PositionWord bits = static_cast<PositionWord>(place.standing) | (place.isOutermost ? 4U : 0U);
    word_.store((word & ~kPlaceMask) | bits, std::memory_order_relaxed);
  }

  std::atomic<PositionWord> word_{0};
};

}  // namespace mm::node
