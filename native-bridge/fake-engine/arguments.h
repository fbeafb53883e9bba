// The executable's command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fake-engine/style.h"

namespace fake {

struct Arguments {
  std::string library;
  std::string gameDirectory;
  std::string map = "box";
  std::string exec;
  std::vector<std::string> commandLine;  // from the first word with a plus sign on
  int maxPlayers = 8;
  int bots = 0;
  std::optional<int> frames;  // without it the server runs until `quit`, and reads commands from its input
  float tickSeconds = 0.01f;
  int games = 1;
  int costFrames = 0;
  Style style;
  bool hasCrashHandler = false;
  bool wantsHelp = false;
  std::string mistake;  // what is wrong with the command line; empty if nothing is
};

Arguments parseArguments(int count, char** words);

inline constexpr char kUsage[] =
    "usage: fake_engine --library PATH --game DIR [options]\n"
    "  --library PATH   the library to load as game DLL\n"
    "  --game DIR       the game directory\n"
    "  --map NAME       the first map (box)\n"
    "  --maxplayers N   client slots, 1 to 32 (8)\n"
    "  --bots N         fake clients that connect at once (0)\n"
    "  --exec \"A; B\"    console commands to run, after the clients connected\n"
    "  --frames N       end after N frames; without it the console is read until `quit`\n"
    "  --tick SECONDS   game time of a frame (0.01)\n"
    "  --games N        games to play one after another in this process (1)\n"
    "  --frame-cost N   print what StartFrame costs in N frames, before the others\n"
    "  --style NAME     xash or hlds: which engine's ways to have (xash)\n"
    "  --api N          2 to ask for GetEntityAPI2, 1 for GetEntityAPI (2)\n"
    "  --crash-handler  on a crash tell the game to shut down, and end in good order, as Xash does\n"
    "  --help           this text\n"
    "  +COMMAND ...     console commands to run before the library is loaded; all that follows belongs to them\n";

}  // namespace fake
