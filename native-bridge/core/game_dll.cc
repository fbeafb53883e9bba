#include "core/game_dll.h"

#include <algorithm>

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
  const auto give = reinterpret_cast<GIVE_ENGINE_FUNCTIONS_FN>(library_.function("GiveFnptrsToDll"));
  const auto getApi2 = reinterpret_cast<GETENTITYAPI2_FN>(library_.function("GetEntityAPI2"));
  const auto getApi = reinterpret_cast<GETENTITYAPI_FN>(library_.function("GetEntityAPI"));
  const auto getNew = reinterpret_cast<GETNEWDLLFUNCTIONS_FN>(library_.function("GetNewDLLFunctions"));
  if (!give || (!getApi2 && !getApi)) {
    return Outcome::bad("The library does not export GiveFnptrsToDll and GetEntityAPI, so it is not a game DLL.");
  }
  give(thunkTable().engine(), state().globals);

  int version = NEW_DLL_FUNCTIONS_VERSION;
  hasNewDll_ = getNew && getNew(realFunctions.newDll(), &version);
  if (!hasNewDll_) *realFunctions.newDll() = {};

  version = INTERFACE_VERSION;
  const bool hasDll = getApi2 ? getApi2(realFunctions.dll(), &version) : getApi(realFunctions.dll(), version);
  if (hasDll) return Outcome::good();
  return Outcome::bad(formatted("The game DLL speaks interface version %d; this server speaks %d. Use another build.",
                                version, INTERFACE_VERSION));
}

void GameDll::unload() {
  std::fill(realFunctions.at + kDllFirst, realFunctions.at + kFunctionCount, nullptr);
  hasNewDll_ = false;
  library_.close();
}

GameDll::EntityFactory GameDll::factory(const char* className) const {
  // SAFETY: game DLLs export nothing else under the class names that maps and game code use.
  return reinterpret_cast<EntityFactory>(library_.function(className));
}

}  // namespace mm
