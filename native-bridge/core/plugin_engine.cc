#include "core/plugin_engine.h"

#include "core/late_engine.h"
#include "core/message_functions.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

void addServerCommand(const char* name, void (*handler)(void)) {
  const int owner = state().plugins.ownerOf(reinterpret_cast<const void*>(handler));
  state().commands.addNative(owner, name, handler);
}

void registerCvar(cvar_t* cvar) { state().cvars.addNative(state().plugins.ownerOf(cvar), cvar); }

// The game's registrations are heard by the core's own hook; a plugin's call to the engine passes no hook.
int registerUserMessage(const char* name, int size) {
  const int id = realFunctions.engine()->pfnRegUserMsg(name, size);
  state().userMessages.registeredByPlugin(state().plugins.ownerOf(name), name, size, id);
  return id;
}

void queryClientCvar(const edict_t* client, const char* name) {
  state().cvarQueries.asked(client, name);
  realFunctions.engine()->pfnQueryClientCvarValue(client, name);
}

// Engines keep these pointers until the next map, when the plugin whose text it was may be unloaded long since.
const char* lent(const char* text) { return text ? state().lentText.forMap(text) : nullptr; }

int precacheModel(const char* name) { return realFunctions.engine()->pfnPrecacheModel(lent(name)); }
int precacheSound(const char* name) { return realFunctions.engine()->pfnPrecacheSound(lent(name)); }
int precacheGeneric(const char* path) { return realFunctions.engine()->pfnPrecacheGeneric(lent(path)); }

unsigned short precacheEvent(int type, const char* path) {
  return realFunctions.engine()->pfnPrecacheEvent(type, lent(path));
}

void lightStyle(int style, const char* value) { realFunctions.engine()->pfnLightStyle(style, lent(value)); }

void forceUnmodified(FORCE_TYPE type, float* mins, float* maxs, const char* path) {
  realFunctions.engine()->pfnForceUnmodified(type, mins, maxs, lent(path));
}

enginefuncs_t table;

}  // namespace

const enginefuncs_t& pluginEngine() { return table; }

void makePluginEngine() {
  enginefuncs_t& engine = table;
  engine = *realFunctions.engine();
  engine.pfnAddServerCommand = addServerCommand;
  engine.pfnCVarRegister = registerCvar;
  engine.pfnCvar_RegisterVariable = registerCvar;
  engine.pfnRegUserMsg = registerUserMessage;
  addMessageFunctions(engine);
  // Plugins ask for null here to learn whether the engine has it.
  if (engine.pfnQueryClientCvarValue) engine.pfnQueryClientCvarValue = queryClientCvar;
  engine.pfnPrecacheModel = precacheModel;
  engine.pfnPrecacheSound = precacheSound;
  engine.pfnPrecacheGeneric = precacheGeneric;
  engine.pfnPrecacheEvent = precacheEvent;
  engine.pfnLightStyle = lightStyle;
  engine.pfnForceUnmodified = forceUnmodified;
  engine.pfnPEntityOfEntIndexAllEntities = entityOfAnyIndex;
}

}  // namespace mm
