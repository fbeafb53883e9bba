// One engine with the test game in a temporary game directory, and everything it printed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "fake-engine/engine.h"
#include "fake-engine/fake_engine.h"
#include "test/check.h"

namespace fake {

struct Setup {
  std::string library = "game/dlls/game.so";  // below the folder of this program, unless it is one of the files
  std::string map = "box";
  int maxPlayers = 4;
  std::map<std::string, std::string> files = {};  // of the game directory
  Style style = {};
};

class Session {
 public:
  explicit Session(const Setup& setup = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void frames(int count);
  // Runs a console line and the frame after it.
  void type(const std::string& line);
  // The entity index of a client that is in the game.
  int join(const std::string& name);
  // Whether a line that holds `part` was printed.
  bool printed(const std::string& part) const;

  edict_t* edict(int index) { return engine.engine()->edicts.at(index); }
  // The only entity of that class; null if there is none.
  edict_t* entity(const std::string& className);
  const enginefuncs_t& call() { return engine.engine()->table; }
  const std::string& directory() const { return directory_; }

  FakeEngine engine;
  Outcome started{false, {}};
  std::vector<std::string> lines;

 private:
  std::string directory_;
};

// The library that counts what the engine calls (recorder.cc), open for as long as this lives.
class Recorder {
 public:
  static constexpr char kFile[] = "recorder.so";
  Recorder();
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  const char* firstUncalled() const;
  void callDuringLoad(void (*function)()) const;

 private:
  void* handle_;
};

std::string builtFile(const std::string& name);
std::string contentOf(const std::string& file);

}  // namespace fake
