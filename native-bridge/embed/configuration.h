// config.ini as it holds for this process before, or without, JavaScript.
#pragma once

#include <string>

#include "core/game_config.h"

namespace mm {

struct Configuration {
  std::string file;  // where config.ini is, or should be
  GameConfig game;   // what it says, and what `+localinfo` says in its stead
};

Configuration readConfiguration();

}  // namespace mm
