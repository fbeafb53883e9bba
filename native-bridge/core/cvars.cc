#include "core/cvars.h"

#include <cstdlib>
#include <iterator>

#include "core/format.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

cvar_t registered[4096];

}  // namespace

cvar_t* Cvars::add(const char* name, const char* value, int flags) {
  const enginefuncs_t& engine = *realFunctions.engine();
  if (cvar_t* const known = engine.pfnCVarGetPointer(name)) return known;
  if (used_ == std::size(registered)) {
    report(formatted("[META] ERROR: cvar %s: there is no room for more than %zu; restart the server", name, used_));
    return nullptr;
  }
  cvar_t& cvar = registered[used_++];
  LentText& texts = state().lentText;
  cvar = {texts.forProcess(name), texts.forProcess(value), flags, std::strtof(value, nullptr), nullptr};
  engine.pfnCVarRegister(&cvar);
  cvar_t* const live = engine.pfnCVarGetPointer(name);
  return live ? live : &cvar;
}

}  // namespace mm
