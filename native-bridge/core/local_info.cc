#include "core/local_info.h"

#include "core/slots.h"

namespace mm {

std::string localInfo(const char* key) {
  const enginefuncs_t& engine = *realFunctions.engine();
  if (!key || !*key || !engine.pfnGetInfoKeyBuffer || !engine.pfnInfoKeyValue) return {};
  // The buffer of no entity at all is the one of localinfo.
  char* const buffer = engine.pfnGetInfoKeyBuffer(nullptr);
  const char* const value = buffer ? engine.pfnInfoKeyValue(buffer, key) : nullptr;
  return value ? value : "";
}

}  // namespace mm
