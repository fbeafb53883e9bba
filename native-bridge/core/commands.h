// Server commands of plugins. No engine can forget a command, so the engine gets one function of ours for all of them;
// what a name means is looked up when it is typed, and a plugin that comes back finds its name waiting.
#pragma once

#include <list>
#include <string>

#include "core/core.h"

namespace mm {

class Commands {
 public:
  bool addNative(int slot, const char* name, AnyFn handler);
  bool addScript(int slot, const char* name) { return add(slot, name, nullptr); }
  void forgetOwner(int slot);
  void clear() { commands_.clear(); }

  // The command that the engine is executing.
  void arrived();

 private:
  struct Command {
    std::string name;  // the engine keeps a pointer to it
    int slot;          // 0 if nobody can tell whose it is: then it works for good
    AnyFn handler;     // null for a script plugin's
    bool isAlive;      // false after the owner was unloaded
  };

  bool add(int slot, const char* name, AnyFn handler);
  Command* find(const char* name);

  std::list<Command> commands_;
};

}  // namespace mm
