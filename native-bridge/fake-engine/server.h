// The server's life: boot, maps, frames, shutdown, in the order in which HLDS and Xash call the game DLL.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "fake-engine/console.h"
#include "fake-engine/info.h"
#include "fake-engine/library.h"
#include "metamod/metamod.h"

namespace fake {

struct Options {
  std::string library;
  std::string gameDirectory;
  std::string map;
  int maxPlayers = 8;
  Print print;
  Style style = {};
  std::vector<std::string> commandLine = {};  // words such as `+localinfo`, `mm_debug`, `3`
};

class Server {
 public:
  // Loads the library, lets the game set itself up and starts the first map.
  Outcome boot(const Options& options);
  // Ends the map, lets the game shut down and unloads it.
  void shutdown();
  void frame(float seconds);
  // Does what had to wait for the end of a frame: the next map, or the end of this one.
  void settle();

  bool isLoading() const { return state_ == State::kLoading; }
  bool isActive() const { return state_ == State::kActive; }
  bool isRunning() const { return isRunning_; }
  bool isInFrame() const { return isInFrame_; }
  bool isMapValid(const std::string& map) const;
  const std::string& mapName() const { return map_; }
  const std::string& description() const { return description_; }
  int frameCount() const { return frames_; }
  float uptime() const { return uptime_; }

  // These take effect when the frame is over: entities must not vanish under a caller's feet.
  void changeMap(const std::string& map, bool isChangeLevel) { next_ = Next{map, isChangeLevel, {}}; }
  void loadSave(const std::string& name, const std::string& map) { next_ = Next{map, false, name}; }
  void endMapAfterFrame() { endsMap_ = true; }
  void quit() { isRunning_ = false; }

  char* serverInfo() { return serverInfo_; }
  char* localInfo() { return localInfo_; }
  void publishCvar(const cvar_t& cvar);

 private:
  enum class State { kNone, kLoading, kActive };
  struct Next {
    std::string map;
    bool isChangeLevel;
    std::string save;
  };

  void startMap(const Next& next);
  void prepareMap();
  void spawnEntities();
  void activate();
  void endMap(bool isChangeLevel);
  void askDescription();

  State state_ = State::kNone;
  bool isRunning_ = false;
  bool isInFrame_ = false;
  bool endsMap_ = false;
  std::optional<Next> next_;
  std::string map_;
  std::string worldModel_;
  std::string description_;
  float uptime_ = 0;
  float nextDescription_ = 0;
  int frames_ = 0;
  char serverInfo_[kServerInfoBytes] = "";
  char localInfo_[kLocalInfoBytes] = "";
};

}  // namespace fake
