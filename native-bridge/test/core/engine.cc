// The parts of the test engine that are more than patterns.
#include <strings.h>

#include <algorithm>

#include "test/core/server.h"

namespace {

std::string formatted(const char* format, va_list arguments) {
  char text[4096];
  std::vsnprintf(text, sizeof text, format, arguments);
  return text;
}

void alertMessage(ALERT_TYPE type, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatted(format, arguments);
  va_end(arguments);
  if (type == at_logged) server->engineLog.push_back(text);
}

void serverPrint(const char* text) { server->console.push_back(text); }

// Engines find a cvar without regard to case.
cvar_t* cvarGetPointer(const char* name) {
  for (const auto& [known, cvar] : server->cvars) {
    if (strcasecmp(known.c_str(), name) == 0) return cvar;
  }
  return nullptr;
}

void cvarRegister(cvar_t* cvar) { server->cvars[cvar->name] = cvar; }

float cvarGetFloat(const char* name) {
  const cvar_t* const cvar = cvarGetPointer(name);
  return cvar ? cvar->value : 0;
}

void addServerCommand(const char* name, void (*handler)(void)) { server->commands[name] = handler; }

const char* cmdArgv(int index) {
  const auto place = static_cast<std::size_t>(index);
  return place < server->typed.size() ? server->typed[place].c_str() : "";
}

edict_t* entityOfIndex(int index) {
  const auto place = static_cast<std::size_t>(index);
  return place < server->edicts.size() ? &server->edicts[place] : nullptr;
}

edict_t* entityOfAnyIndex(int) { return &server->edicts.back(); }

int regUserMsg(const char*, int) {
  static int last = 63;
  return ++last;
}

edict_t* createEntity() {
  static std::size_t last = 0;
  last = last % (server->edicts.size() - 1) + 1;
  edict_t& entity = server->edicts[last];
  entity.v = {};
  entity.free = 0;
  return &entity;
}

edict_t* createNamedEntity(string_t) {
  ++server->namedByEngine;
  if (!server->whenNamed) return nullptr;
  edict_t* const entity = createEntity();
  entity->v.pContainingEntity = entity;
  server->whenNamed(entity);
  return entity;
}

void removeEntity(edict_t*) { ++server->removedByCore; }

void getGameDir(char* directory) { std::strcpy(directory, server->gameDirectory.c_str()); }

}  // namespace

void Server::makeEngine() {
  pattern::Functions<pattern::kReal>::fill(engine_);
  if (options_.usesPatternsOnly) return;
  enginefuncs_t& engine = *engine_.engine();
  engine.pfnAlertMessage = alertMessage;
  engine.pfnServerPrint = serverPrint;
  engine.pfnCVarGetPointer = cvarGetPointer;
  engine.pfnCVarRegister = cvarRegister;
  engine.pfnCVarGetFloat = cvarGetFloat;
  engine.pfnAddServerCommand = addServerCommand;
  engine.pfnCmd_Argv = cmdArgv;
  engine.pfnPEntityOfEntIndex = entityOfIndex;
  engine.pfnPEntityOfEntIndexAllEntities = entityOfAnyIndex;
  engine.pfnRegUserMsg = regUserMsg;
  engine.pfnGetGameDir = getGameDir;
  if (options_.makesEntities) {
    engine.pfnCreateEntity = createEntity;
    engine.pfnCreateNamedEntity = createNamedEntity;
    engine.pfnRemoveEntity = removeEntity;
  }
  if (!options_.findsFunctions) engine.pfnFunctionFromName = [](const char*) { return 0UL; };
  // Behind the end of a table stand other things of the engine.
  constexpr std::uintptr_t kNoFunction = 0xdeadbeef;
  std::fill(engine_.at + options_.engineFunctions, engine_.at + mm::kEngineCount,
            reinterpret_cast<mm::AnyFn>(kNoFunction));
}

// Engines find a command without regard to case.
void Server::type(const std::string& command) {
  typed = {command};
  for (const auto& [name, handler] : commands) {
    if (strcasecmp(name.c_str(), command.c_str()) == 0) return handler();
  }
}
