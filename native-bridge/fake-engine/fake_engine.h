// The engine as its two fronts and its tests see it: an add-on for Node and an executable. One runs in a process at a
// time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fake-engine/library.h"
#include "fake-engine/server.h"

namespace fake {

struct Engine;

struct Joined {
  int slot = 0;        // the player's entity index, from 1; 0 if rejected
  std::string reason;  // why rejected
};

class FakeEngine {
 public:
  static constexpr float kDefaultFrameSeconds = 0.01f;

  FakeEngine();
  ~FakeEngine();
  FakeEngine(const FakeEngine&) = delete;
  FakeEngine& operator=(const FakeEngine&) = delete;

  Outcome start(const Options& options);
  void stop();
  bool isStarted() const { return engine_ != nullptr; }
  // Whether the server wants to go on; false after `quit`, a Sys_Error, and stop().
  bool isRunning() const;
  // Whether a Host_Error or Sys_Error was met since start(); remembered after stop().
  bool hasFailed() const;

  void frame(float seconds = kDefaultFrameSeconds);
  void command(const std::string& line);
  void execute();
  Joined connect(const std::string& name, const std::string& address = {});
  void disconnect(int slot);
  void clientCommand(int slot, const std::string& line);
  void changeLevel(const std::string& map);
  std::vector<std::string> commandNames() const;
  // For tests, which look inside; null unless started.
  Engine* engine() { return engine_.get(); }

 private:
  std::unique_ptr<Engine> engine_;
  bool hasFailed_ = false;
};

}  // namespace fake
