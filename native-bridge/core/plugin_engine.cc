#include "core/plugin_engine.h"

#include "core/late_engine.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

void addServerCommand(const char* name, void (*handler)(void)) {
  const int owner = state().plugins.ownerOf(reinterpret_cast<const void*>(handler));
  state().commands.addNative(owner, name, handler);
}

void registerCvar(cvar_t* cvar) {
  const int owner = state().plugins.ownerOf(cvar);
  state().cvars.add(owner, cvar->name, cvar->string ? cvar->string : "", cvar->flags);
}

// The game's registrations are heard by the core's own hook; a plugin's call to the engine passes no hook.
int registerUserMessage(const char* name, int size) {
  const int id = realFunctions.engine()->pfnRegUserMsg(name, size);
  state().userMessages.registered(name, size, id);
  return id;
}

void queryClientCvar(const edict_t* client, const char* name) {
  state().cvarQueries.asked(client, name);
  realFunctions.engine()->pfnQueryClientCvarValue(client, name);
}

}  // namespace

enginefuncs_t pluginEngine() {
  enginefuncs_t engine = *realFunctions.engine();
  engine.pfnAddServerCommand = addServerCommand;
  engine.pfnCVarRegister = registerCvar;
  engine.pfnCvar_RegisterVariable = registerCvar;
  engine.pfnRegUserMsg = registerUserMessage;
  engine.pfnQueryClientCvarValue = queryClientCvar;
  engine.pfnPEntityOfEntIndexAllEntities = entityOfAnyIndex;
  return engine;
}

}  // namespace mm
