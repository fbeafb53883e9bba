#include "guest/stub/core_link.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "guest/stub/fields.h"

namespace mm::stub {
namespace {

constexpr int kPathSize = 4096;

void besideStub(char (&path)[kPathSize], const char* stubPath) {
  const char* const slash = strrchr(stubPath, '/');
  const int folder = slash ? static_cast<int>(slash - stubPath) + 1 : 0;
  snprintf(path, kPathSize, "%.*s%s", folder, stubPath, coreField.text);
}

}  // namespace

const GuestServices* findCore(const char* stubPath, const char** why) {
  static char path[kPathSize];
  if (coreField.text[0] == '/') snprintf(path, kPathSize, "%s", coreField.text);
  else besideStub(path, stubPath);

  // The handle is kept: as long as the stub is there, the core is.
  void* const core = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
  if (!core) {
    static char text[kPathSize + 200];
    snprintf(text, sizeof text, "Metamod for TypeScript (%s) is not loaded; put its line above this one in plugins.ini",
             path);
    *why = text;
    return nullptr;
  }
  // SAFETY: the core's export of this name is declared in guest_services.h.
  const auto getServices = reinterpret_cast<decltype(&MetamodGuest)>(dlsym(core, "MetamodGuest"));
  const GuestServices* const services = getServices ? getServices(kGuestInterface) : nullptr;
  if (!services) *why = "it is of another build than Metamod for TypeScript; delete it to have it made anew";
  return services;
}

}  // namespace mm::stub
