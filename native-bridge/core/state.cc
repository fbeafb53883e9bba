#include "core/state.h"

namespace mm {

State& state() {
  // Never destroyed: at exit the engine may still call through our thunks after static destructors ran.
  static State* const state = new State;
  return *state;
}

}  // namespace mm
