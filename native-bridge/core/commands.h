// Server commands of plugins. No engine can forget a command, so the engine gets one function of ours for all of them;
// what a name means is looked up when it is typed, and a plugin that comes back finds its name waiting.
#pragma once

#include <list>
#include <string>
#include <vector>

#include "core/core.h"

namespace mm {

class Commands {
 public:
  // Slot 0 where nobody can tell whose it is. A refusal is told in the log, with the plugin that has the name.
  bool addNative(int slot, const char* name, AnyFn handler);
  bool addScript(int slot, const char* name);
  // A script plugin takes its command back; the name is free for others.
  void removeScript(int slot, const char* name);
  void forgetOwner(int slot);
  void clear() { commands_.clear(); }

  std::vector<RegisteredCommand> all() const;
  // Whether a plugin that is there now, or Metamod itself, has the name.
  bool has(const char* name) const;

  // The command that the engine is executing.
  void arrived();

 private:
  struct Command {
    std::string name;
    int slot;               // 0 for Metamod's own, and if nobody can tell whose it is: then it works for good
    AnyFn handler;          // null for a script plugin's, and for Metamod's own
    bool isOfLibrary;       // the function lay in a library when it was given, which may be closed behind our back
    bool isAlive;           // false after the owner was unloaded
    std::string lastOwner;  // the name of the plugin that was
  };

  static bool canBeCalled(const Command& command);
  bool add(int slot, const char* name, AnyFn handler);
  Command* find(const char* name);

  std::list<Command> commands_;  // whose elements stay in place while a handler registers others
};

}  // namespace mm
