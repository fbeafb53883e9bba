// What engines, Xash3D above all, ask a game DLL for beyond the tables that every GoldSrc engine takes.
#include "core/class_lookup.h"
#include "core/late_engine.h"
#include "core/state.h"

namespace mm {
namespace {

using EntityCreator = decltype(physics_interface_t::SV_CreateEntity);

// The game's own, of the physics interface that it gave last; null where it has none.
EntityCreator gameCreatesEntity = nullptr;

constexpr int kPhysicsVersion = 6;
constexpr int kNoSuchClass = -1;

// Xash looks for an entity's class among our exports first, where it is not; then it asks here. The order is the one
// that it keeps with the game DLL alone: the game's exports, then what the game itself does for this call; then the
// plugins' classes.
int createEntity(edict_t* entity, const char* className) {
  if (const auto factory = className ? state().gameDll.factory(className) : nullptr) {
    factory(&entity->v);
    return 0;
  }
  const int answer = gameCreatesEntity ? gameCreatesEntity(entity, className) : kNoSuchClass;
  if (answer != kNoSuchClass || !entity) return answer;
  return state().entityClasses.make(className, &entity->v) ? 0 : kNoSuchClass;
}

// Engines take these exports' absence for an answer: without "custom" an unknown class is an error, without
// SV_SaveGameComment the engine names a saved game itself, and a blending interface that answers no is complained of.
// So they are there exactly if the game has them: dlsym asks the resolver of an indirect function for what it shall
// find, and null is not found. What is found is the game's own function, so its arguments are none of our business.
//
// A game DLL behind the front that refers to one of these names itself is bound to us before we are relocated; it gets
// null then, because nothing of ours can be called yet.
bool isRelocated = false;
[[gnu::constructor]] void relocated() { isRelocated = true; }

AnyFn exportOfGame(const char* name) { return isRelocated ? state().gameDll.library().function(name) : nullptr; }

// The game's, or ours for the one entity whose class is a plugin's (class_lookup.h).
AnyFn customExport() {
  const AnyFn ours = isRelocated ? customClass() : nullptr;
  return ours ? ours : exportOfGame("custom");
}

extern "C" {
AnyFn resolveCustom() { return customExport(); }
AnyFn resolveSaveGameComment() { return exportOfGame("SV_SaveGameComment"); }
AnyFn resolveBlendingInterface() { return exportOfGame("Server_GetBlendingInterface"); }
}

}  // namespace
}  // namespace mm

MM_EXPORT void custom() __attribute__((ifunc("resolveCustom")));
MM_EXPORT void SV_SaveGameComment() __attribute__((ifunc("resolveSaveGameComment")));
MM_EXPORT void Server_GetBlendingInterface() __attribute__((ifunc("resolveBlendingInterface")));

// All of the game's own answer is passed on as it is; ours is one function in it. The table grew at its end without a
// new version, so no more of it than that is ours to write. Another version is between the engine and the game alone.
MM_EXPORT int Server_GetPhysicsInterface(int version, server_physics_api_t* engine, physics_interface_t* table) {
  using Getter = decltype(&Server_GetPhysicsInterface);
  mm::takeLateEngineFunction();
  const auto& game = mm::state().gameDll;
  // SAFETY: the export of this name has this signature.
  const auto getter = reinterpret_cast<Getter>(game.library().function("Server_GetPhysicsInterface"));
  const int answer = getter ? getter(version, engine, table) : 0;
  if (version != mm::kPhysicsVersion || !table || !game.isLoaded()) return answer;
  table->version = version;
  mm::gameCreatesEntity = answer ? table->SV_CreateEntity : nullptr;
  table->SV_CreateEntity = mm::createEntity;
  mm::noteEngineAsks();
  return 1;
}
