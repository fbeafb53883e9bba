// A row of the host's plugin list, and the steps in which a host loads and unloads a plugin.
#pragma once

#include <ctime>
#include <memory>
#include <string>

#include "fake-host/image.h"

namespace fakehost {

using mm::AnyFn;
using mm::FunctionId;
using mm::FunctionTable;
using mm::kPost;
using mm::kPre;
using mm::Phase;

// The 159th, which tables of HLDS, metamod-r and metamod-p do not have.
inline constexpr FunctionId kLastEngineFunction = mm::kEngineCount - 1;

class Plugin {
 public:
  explicit Plugin(int number);
  ~Plugin();
  Plugin(const Plugin&) = delete;
  Plugin& operator=(const Plugin&) = delete;

  // dlopen, Meta_Init, GiveFnptrsToDll, Meta_Query, the rules of version and time, Meta_Attach, getters. The status
  // tells how far it came; what was not loaded is tried again when the map ends, unless it may be loaded at the start
  // only.
  bool load(PLUG_LOADTIME now);
  // Whether the plugin's `loadable` allows it now; if it allows a map change only, `pending` becomes `later`.
  bool mayLoad(PLUG_LOADTIME now, PLUG_ACTION later);
  bool mayUnload(PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  bool detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  // Takes back all that was lent, and the library as this host does it.
  void close();

  bool isLoaded() const { return status >= PL_RUNNING; }
  // What `meta list` shows: the line's description, else the plugin's name, else its file.
  std::string title() const;
  std::string file() const { return path.substr(path.rfind('/') + 1); }
  bool isFileNewer() const;
  // The plugin's hook; null where it has no such table or left the slot empty.
  AnyFn hook(Phase phase, FunctionId id) const { return tables_[phase] ? tables_[phase]->at[id] : nullptr; }

  static constexpr int kNoParent = 0;
  static constexpr int kUnloadedParent = -1;

  const int index;
  std::string path;
  std::string description;  // of its line in plugins.ini
  PLUG_STATUS status = PL_VALID;
  PLUG_ACTION pending = PA_NONE;
  PLOAD_SOURCE source = PS_INI;
  int parent = kNoParent;    // the plugin that had it loaded
  bool isListed = false;     // stands in plugins.ini as last read
  bool isRebuilt = false;    // known to the code that metamod-r makes
  bool isUnloading = false;  // Meta_Detach is running
  plugin_info_t* info = nullptr;
  Image image;

 private:
  bool open();
  bool query();
  bool attach(PLUG_LOADTIME now);
  void fillTables(const META_FUNCTIONS& getters);
  FunctionTable& table(Phase phase);
  void checkTableEnds() const;
  bool fails(const std::string& why);

  struct Lent;
  std::unique_ptr<Lent> lent_;
  std::unique_ptr<FunctionTable> tables_[2];
  std::time_t loadedAt_ = 0;
};

}  // namespace fakehost
