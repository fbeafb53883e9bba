#include "fake-engine/cvars.h"

#include <strings.h>

#include <cstdio>
#include <cstdlib>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {

bool NoCase::operator()(const std::string& a, const std::string& b) const {
  return strcasecmp(a.c_str(), b.c_str()) < 0;
}

Cvars::Cvars() {
  addOwn("hostname", "Fake engine", FCVAR_SERVER);
  addOwn("developer", "0", 0);
  addOwn("mp_logecho", "1", 0);
  addOwn("deathmatch", "1", FCVAR_SERVER);
  addOwn("coop", "0", FCVAR_SERVER);
  addOwn("teamplay", "0", FCVAR_SERVER);
  addOwn("skill", "1", 0);
  addOwn("sv_gravity", "800", FCVAR_SERVER);
  addOwn("sv_maxspeed", "320", FCVAR_SERVER);
  addOwn("sv_friction", "4", FCVAR_SERVER);
  addOwn("sv_cheats", "0", FCVAR_SERVER);
  addOwn("sv_password", "", FCVAR_SERVER | FCVAR_PROTECTED);
  addOwn("sv_showmessages", "0", 0);
}

void Cvars::addOwn(const char* name, const char* value, int flags) {
  own_.push_back(std::make_unique<cvar_t>(cvar_t{name, value, flags, 0, nullptr}));
  add(own_.back().get());
}

bool Cvars::add(cvar_t* cvar) {
  const std::string name = cvar->name;
  if (find(name)) {
    engine().console.line("CVarRegister: %s is registered already; pick another name", name.c_str());
    return false;
  }
  Entry entry{cvar, cvar->string, nullptr};
  cvar->next = newest_;
  newest_ = cvar;
  auto& stored = entries_.emplace(name, std::move(entry)).first->second;
  stored.text = std::make_unique<std::string>(cvar->string ? cvar->string : "");
  cvar->string = stored.text->c_str();
  cvar->value = std::strtof(cvar->string, nullptr);
  return true;
}

cvar_t* Cvars::find(std::string_view name) const {
  const auto found = entries_.find(std::string(name));
  return found == entries_.end() ? nullptr : found->second.cvar;
}

void Cvars::set(cvar_t* cvar, std::string_view value) {
  const auto found = entries_.find(cvar->name);
  if (found == entries_.end() || found->second.cvar != cvar) return;
  auto text = std::make_unique<std::string>(value);
  cvar->string = text->c_str();
  cvar->value = std::strtof(cvar->string, nullptr);
  found->second.text = std::move(text);
  if (cvar->flags & FCVAR_SERVER) engine().server.publishCvar(*cvar);
}

float Cvars::number(std::string_view name) const {
  const cvar_t* cvar = find(name);
  return cvar ? cvar->value : 0;
}

void Cvars::release() {
  for (auto& [name, entry] : entries_) {
    entry.cvar->string = entry.given;
    entry.cvar->next = nullptr;
  }
  entries_.clear();
  newest_ = nullptr;
}

void Cvars::forEach(const std::function<void(const cvar_t&)>& visit) const {
  for (const auto& [name, entry] : entries_) visit(*entry.cvar);
}

bool Cvars::command(const std::vector<std::string>& words) {
  cvar_t* cvar = find(words[0]);
  if (!cvar) return false;
  if (words.size() == 1) {
    engine().console.line("\"%s\" is \"%s\"", cvar->name, cvar->string);
  } else {
    set(cvar, words[1]);
  }
  return true;
}

namespace {

void registerCvar(cvar_t* cvar) {
  if (!cvar || !cvar->name || !*cvar->name) {
    engine().console.line("CVarRegister: the cvar has no name; fill in cvar_t.name first");
    return;
  }
  if (engine().commands.find(cvar->name)) {
    engine().console.line("CVarRegister: %s is a command; pick another name", cvar->name);
    return;
  }
  engine().cvars.add(cvar);
}

float getFloat(const char* name) { return name ? engine().cvars.number(name) : 0; }

const char* getString(const char* name) {
  const cvar_t* cvar = name ? engine().cvars.find(name) : nullptr;
  return cvar ? cvar->string : "";
}

cvar_t* getPointer(const char* name) { return name ? engine().cvars.find(name) : nullptr; }

void setString(const char* name, const char* value) {
  if (cvar_t* cvar = getPointer(name)) {
    engine().cvars.set(cvar, value ? value : "");
  } else {
    engine().console.line("CVarSetString: no cvar is called %s; register it first", name ? name : "(null)");
  }
}

void setFloat(const char* name, float value) {
  // Whole numbers without a fraction, as a server operator would type them.
  char text[32];
  std::snprintf(text, sizeof text, value == static_cast<float>(static_cast<long long>(value)) ? "%.0f" : "%f",
                static_cast<double>(value));
  setString(name, text);
}

void directSet(cvar_t* cvar, const char* value) {
  if (cvar) engine().cvars.set(cvar, value ? value : "");
}

}  // namespace

void addCvarFunctions(enginefuncs_t& table) {
  table.pfnCVarRegister = registerCvar;
  table.pfnCvar_RegisterVariable = registerCvar;
  table.pfnCVarGetFloat = getFloat;
  table.pfnCVarGetString = getString;
  table.pfnCVarGetPointer = getPointer;
  table.pfnCVarSetFloat = setFloat;
  table.pfnCVarSetString = setString;
  table.pfnCvar_DirectSet = directSet;
}

}  // namespace fake
