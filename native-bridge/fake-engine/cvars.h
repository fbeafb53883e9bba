// Console variables. As in GoldSrc the engine links the caller's own cvar_t into its list and owns only the text of the
// value.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "metamod/metamod.h"

namespace fake {

// Names of commands and cvars differ in more than case.
struct NoCase {
  bool operator()(const std::string& a, const std::string& b) const;
};

class Cvars {
 public:
  Cvars();
  // False, with a line on the console, if the name is taken by a cvar or a command.
  bool add(cvar_t* cvar);
  cvar_t* find(std::string_view name) const;
  void set(cvar_t* cvar, std::string_view value);
  float number(std::string_view name) const;
  // Forgets all cvars and gives each the text it was registered with, since the engine's copy of the value goes now and
  // the same cvar_t may be registered with a later engine.
  void release();
  void forEach(const std::function<void(const cvar_t&)>& visit) const;
  // Prints the cvar, or sets it if the line has a second word. False if no cvar has that name.
  bool command(const std::vector<std::string>& words);

 private:
  struct Entry {
    cvar_t* cvar;
    const char* given;  // the text the cvar was registered with
    std::unique_ptr<std::string> text;
  };
  void addOwn(const char* name, const char* value, int flags);

  std::vector<std::unique_ptr<cvar_t>> own_;
  std::map<std::string, Entry, NoCase> entries_;
  cvar_t* newest_ = nullptr;  // head of the list through cvar_t.next
};

}  // namespace fake
