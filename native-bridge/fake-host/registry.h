// What plugins and the game DLL register: commands, cvars, messages; and which client is being asked for a cvar.
#pragma once

#include <list>
#include <map>
#include <string>
#include <vector>

#include "fake-host/plugin.h"

namespace fakehost {

// The number of the plugin whose library holds an address; 0 if none does. Where the real host would crash over an
// address outside every library, this is fatal. `what` names the thing for the message.
int ownerOf(const void* address, const char* what, const char* name);

class Commands {
 public:
  void add(const char* name, AnyFn function);
  void disableOf(int plugin);
  // The command that the engine is executing.
  void arrived();
  std::vector<std::string> of(int plugin) const;

 private:
  struct Command {
    std::string name;
    AnyFn function;
    int plugin;
    bool isAlive;
  };
  Command* find(const char* name);
  std::list<Command> commands_;  // the engine keeps pointers to the names
};

class Cvars {
 public:
  // Copies the cvar into the host's memory; the plugin's own object is never linked into the engine's list.
  void add(const cvar_t* cvar);
  std::vector<std::string> of(int plugin) const;

 private:
  struct Copy {
    std::string name, value;
    cvar_t cvar;
    int plugin;
  };
  std::list<Copy> cvars_;
};

// The messages that the game DLL registered. What a plugin registers goes to the engine and is not remembered.
struct UserMessages {
  struct Message {
    std::string name;
    int size;
  };
  std::map<int, Message> byId;
};

class CvarQueries {
 public:
  void asked(const edict_t* client, const char* name) { names_[client] = name ? name : ""; }
  void ended(const edict_t* client) { names_.erase(client); }
  void clear() { names_.clear(); }
  const char* nameFor(const edict_t* client) const;

 private:
  std::map<const edict_t*, std::string> names_;
};

}  // namespace fakehost
