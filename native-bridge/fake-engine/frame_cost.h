// What StartFrame costs a server: the one call that each frame makes into the library, whatever happens in the game.
#pragma once

namespace fake {

class FakeEngine;

// Prints the median of that many frames, once in a loop and once ten milliseconds apart, where caches have gone cold.
void printFrameCost(FakeEngine& engine, int frames);

}  // namespace fake
