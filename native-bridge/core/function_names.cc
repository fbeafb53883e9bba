#include "core/function_names.h"

#include <string>
#include <string_view>

#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

// The parameters of the functions that entities are told to think, touch, be blocked and be used by, as the C++ ABI
// writes them: none, CBaseEntity *, and (CBaseEntity *, CBaseEntity *, USE_TYPE, float). Each of the latter two has a
// shorter form for functions of CBaseEntity itself.
constexpr const char* kParameters[] = {"v", "P11CBaseEntity", "PS_", "P11CBaseEntityS1_8USE_TYPEf", "PS_S0_8USE_TYPEf"};

// Some engines write C++ names as Windows does, innermost first: "Open@CDoor" for CDoor::Open.
std::string nestedName(std::string_view name) {
  std::string nested;
  for (;;) {
    const std::size_t at = name.find('@');
    const std::string_view part = name.substr(0, at);
    nested.insert(0, std::to_string(part.size()).append(part));
    if (at == name.npos) return "_ZN" + nested + "E";
    name.remove_prefix(at + 1);
  }
}

AnyFn functionOfGame(const std::string& name) {
  const Library& game = state().gameDll.library();
  if (const AnyFn function = game.function(name.c_str())) return function;
  if (name.find('@') == name.npos) return nullptr;
  const std::string nested = nestedName(name);
  for (const char* const parameters : kParameters) {
    if (const AnyFn function = game.function((nested + parameters).c_str())) return function;
  }
  return nullptr;
}

// The engine's own; not read from its table later, which need not outlive the call that gave it.
decltype(enginefuncs_t::pfnFunctionFromName) askEngine = nullptr;

unsigned long functionFromName(const char* name) {
  static_assert(sizeof(unsigned long) == sizeof(AnyFn), "the engine's tables carry functions as unsigned long");
  const unsigned long found = askEngine ? askEngine(name) : 0;
  return found || !name ? found : reinterpret_cast<unsigned long>(functionOfGame(name));
}

}  // namespace

void findFunctionsOfGameDll() {
  auto& real = realFunctions.engine()->pfnFunctionFromName;
  askEngine = real;
  real = functionFromName;
}

}  // namespace mm
