#include "embed/libnode.h"

#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

#include "core/format.h"
#include "core/game_directory.h"
#include "embed/elf_soname.h"
#include "embed/places.h"

namespace mm {
namespace {

namespace fs = std::filesystem;

// A Node library names itself after its module version, which is raised with each major release.
struct Release {
  int module, major;
};
constexpr Release kReleases[] = {{137, 24}, {127, 22}, {115, 20}, {108, 18}};  // the newest is the first choice
constexpr int kOldestModule = 108;
constexpr char kSoname[] = "libnode.so.";

// Debian's name for the package; a 32-bit server on a 64-bit system needs the other architecture's.
constexpr const char* kPackage = sizeof(void*) == 4 ? "libnode108:i386" : "libnode108";

std::string starterFile(int major) { return coreFolder() + formatted("/metamod_node%d.so", major); }

int moduleOf(const std::string& soname) {
  int module = 0;
  if (soname.rfind(kSoname, 0) != 0) return 0;
  std::from_chars(soname.data() + sizeof kSoname - 1, soname.data() + soname.size(), module);
  return module;
}

Outcome majorOf(const std::string& path, const std::string& soname, int* major) {
  const int module = moduleOf(soname);
  for (const Release& release : kReleases) {
    if (release.module != module) continue;
    *major = release.major;
    return Outcome::good();
  }
  const char* const known = "Install a library of Node 18, 20, 22 or 24";
  if (module == 0) {
    return Outcome::bad(formatted("%s is no Node library: its soname is '%s'. %s, such as Debian's package %s.",
                                  path.c_str(), soname.c_str(), known, kPackage));
  }
  const char* const what = module < kOldestModule ? "too old" : "not a release that this build knows";
  return Outcome::bad(formatted("%s has module version %d, which is %s. %s, such as Debian's package %s.", path.c_str(),
                                module, what, known, kPackage));
}

std::string lastError() {
  const char* const why = dlerror();
  return why ? why : "no reason was given";
}

Outcome loadStarter(int major, const Starter** starter) {
  using GetStarter = decltype(&MetamodStarter);
  const std::string path = starterFile(major);
  void* const handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    return Outcome::bad(formatted("the starter for Node %d cannot be loaded: %s. Install Metamod's files again.", major,
                                  lastError().c_str()));
  }
  // SAFETY: the symbol is the starter's one export, declared in starter.h.
  const auto get = reinterpret_cast<GetStarter>(dlsym(handle, "MetamodStarter"));
  *starter = get ? get(kStarterInterface) : nullptr;
  if (*starter) return Outcome::good();
  return Outcome::bad(formatted("%s is of another build than the core; install both together.", path.c_str()));
}

// Global, because add-ons from npm look for Node's functions among the process's symbols.
void* openGlobally(const char* name) { return dlopen(name, RTLD_NOW | RTLD_GLOBAL); }

Outcome loadFile(const std::string& path, const Starter** starter) {
  std::string soname;
  int major = 0;
  Outcome outcome = readSoname(path.c_str(), soname);
  if (outcome.ok) outcome = majorOf(path, soname, &major);
  if (!outcome.ok) return outcome;
  if (!openGlobally(path.c_str())) {
    return Outcome::bad(formatted("%s cannot be loaded: %s. Install Debian's package %s, or what it needs.",
                                  path.c_str(), lastError().c_str(), kPackage));
  }
  return loadStarter(major, starter);
}

// The libraries that lie beside the core, the one with the highest number first.
std::vector<std::string> filesBesideCore() {
  std::vector<std::string> files;
  std::error_code failed;
  for (fs::directory_iterator entry(coreFolder(), failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->path().filename().string().rfind("libnode.so", 0) == 0) files.push_back(entry->path());
  }
  std::sort(files.rbegin(), files.rend());
  return files;
}

// The dynamic loader knows the system's folders better than we do. Its complaint names another file where the library
// was found and something that it needs was not.
Outcome loadFromSystem(const Starter** starter) {
  for (const Release& release : kReleases) {
    const std::string name = kSoname + std::to_string(release.module);
    if (std::error_code failed; !fs::exists(starterFile(release.major), failed)) continue;
    if (openGlobally(name.c_str())) return loadStarter(release.major, starter);
    const std::string why = lastError();
    if (why.rfind(name, 0) != 0) {
      return Outcome::bad(formatted("the system's %s cannot be loaded: %s. Install Debian's package %s again.",
                                    name.c_str(), why.c_str(), kPackage));
    }
  }
  return Outcome::bad(formatted("no Node library was found beside %s or in the system. Install Debian's package %s, or "
                                "name the file with 'libnode' in config.ini or with METAMOD_LIBNODE.",
                                coreFile().c_str(), kPackage));
}

}  // namespace

Outcome loadNode(const std::string& configured, const Starter** starter) {
  if (!configured.empty()) return loadFile(inGameDirectory(configured), starter);
  if (const char* const named = std::getenv("METAMOD_LIBNODE"); named && *named) return loadFile(named, starter);
  const std::vector<std::string> files = filesBesideCore();
  return files.empty() ? loadFromSystem(starter) : loadFile(files.front(), starter);
}

}  // namespace mm
