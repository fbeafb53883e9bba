#include "core/game_dll.h"

#include <algorithm>

#include "core/entity_class_name.h"
#include "core/format.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {

Outcome GameDll::load(const char* path) {
  if (isLoaded()) return Outcome::bad("A game DLL is loaded already. Restart the server to use another.");
  Outcome outcome = library_.open(path);
  if (outcome.ok) outcome = takeTables();
  if (!outcome.ok) unload();
  aimAllSlots();
  return outcome;
}

// SAFETY: an export of one of these names has the signature that the Half-Life SDK gives it.
Outcome GameDll::takeTables() {
  if (library_.reaches("MetamodCore")) {
    return Outcome::bad("This is Metamod itself, not a game. Name the game's own library, such as dlls/hl.so.");
  }
  const auto give = reinterpret_cast<GIVE_ENGINE_FUNCTIONS_FN>(library_.function("GiveFnptrsToDll"));
  if (!give || (!library_.function("GetEntityAPI2") && !library_.function("GetEntityAPI"))) {
    return Outcome::bad("The library does not export GiveFnptrsToDll and GetEntityAPI, so it is not a game DLL.");
  }
  isBeingAsked_ = true;
  give(thunkTable().engine(), state().globals);
  takeNewTable();
  const Outcome taken = takeTable();
  isBeingAsked_ = false;
  return taken;
}

// A game DLL of another time may know fewer of these functions; those that it does not write stay null.
void GameDll::takeNewTable() {
  const auto getNew = reinterpret_cast<GETNEWDLLFUNCTIONS_FN>(library_.function("GetNewDLLFunctions"));
  int version = NEW_DLL_FUNCTIONS_VERSION;
  hasNewDll_ = getNew && getNew(realFunctions.newDll(), &version);
  if (!hasNewDll_) *realFunctions.newDll() = {};
}

// The newer getter first. Where it answers no, or for another version, the older one is still worth asking.
Outcome GameDll::takeTable() {
  const auto getApi2 = reinterpret_cast<GETENTITYAPI2_FN>(library_.function("GetEntityAPI2"));
  const auto getApi = reinterpret_cast<GETENTITYAPI_FN>(library_.function("GetEntityAPI"));
  int version = INTERFACE_VERSION;
  if (getApi2 && getApi2(realFunctions.dll(), &version) && version == INTERFACE_VERSION) return Outcome::good();
  *realFunctions.dll() = {};
  if (getApi && getApi(realFunctions.dll(), INTERFACE_VERSION)) return Outcome::good();
  if (version == INTERFACE_VERSION) {
    return Outcome::bad("The game DLL gave no table of functions. It may have said why; else use another build.");
  }
  return Outcome::bad(formatted("The game DLL speaks interface version %d; this server speaks %d. Use another build.",
                                version, INTERFACE_VERSION));
}

void GameDll::unload() {
  std::fill(realFunctions.at + kDllFirst, realFunctions.at + kFunctionCount, nullptr);
  hasNewDll_ = false;
  library_.close();
}

GameDll::EntityFactory GameDll::factory(const char* className) const {
  if (isInterfaceName(className)) return nullptr;
  // SAFETY: game DLLs export nothing else under the class names that maps and game code use.
  return reinterpret_cast<EntityFactory>(library_.function(className));
}

}  // namespace mm
