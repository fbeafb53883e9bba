#include "embed/configuration.h"

#include "core/core_object.h"
#include "core/game_directory.h"
#include "core/guest/guest.h"
#include "embed/places.h"

namespace mm {

// As a guest, `+localinfo` speaks to the Metamod whose guest we are.
Configuration readConfiguration() {
  const auto localInfo = [](const char* key) { return isGuest() ? std::string() : coreObject().localInfo(key); };
  const std::string named = localInfo("mm_configfile");
  Configuration configuration;
  configuration.file = named.empty() ? configFile() : inGameDirectory(named);
  configuration.game = readGameConfig(configuration.file);
  if (const std::string gameDll = localInfo("mm_gamedll"); !gameDll.empty()) configuration.game.gameDll = gameDll;
  parseBoolean(localInfo("mm_autodetect"), configuration.game.autodetect);
  return configuration;
}

}  // namespace mm
