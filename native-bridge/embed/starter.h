// The border between the core, which any engine can load, and a starter, which needs a Node library of one major
// release. A starter is built once for each major from the same source (starter/), against that major's headers. It is
// plain C memory on both sides, so the two need not share a C++ library.
#pragma once

#include <cstddef>

namespace mm {

inline constexpr int kStarterInterface = 1;

// All paths are absolute.
struct StartOptions {
  const char* script;             // what runs: a CommonJS file that exports startServer
  const char* addon;              // metamod_node.node
  const char* core;               // metamod.so
  const char* gameDirectory;
  const char* metamodDirectory;
  void (*log)(const char* line);  // for what happens later; called on the game's thread
};

// Each function is called on the thread that called `start`, which is the game's.
struct Starter {
  int nodeMajor;
  // Starts Node and runs the script. False: nothing runs, and `why` says why.
  bool (*start)(const StartOptions* options, char* why, std::size_t size);
  // Once a frame, outside every hook. `ranScripts`: JavaScript was entered since the last time.
  void (*pump)(bool ranScripts);
  // Whether a callback of the event loop is on the stack.
  bool (*isPumping)();
  // Tells JavaScript that it ends, waits for its workers and frees all; it can be started again afterwards.
  void (*stop)();
};

}  // namespace mm

// The one export of a starter; null for an interface that it does not speak.
extern "C" [[gnu::visibility("default")]] const mm::Starter* MetamodStarter(int interfaceVersion);
