// The plugins, in the order of their hooks, and when they come and go.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fake-host/plugin.h"
#include "fake-host/plugins_ini.h"

namespace fakehost {

class PluginList {
 public:
  // Loads what plugins.ini names.
  void boot();
  // Reads plugins.ini again: loads new and missing plugins, unloads those no longer listed, reloads those whose file is
  // newer, and does what was delayed.
  void refresh(PLUG_LOADTIME now);
  void mapEnded();

  // Answers the plugin; null if no file has that name. One that stands in the list already, loaded or failed, stays as
  // it is.
  Plugin* load(const std::string& name, const std::string& description, PLUG_LOADTIME now, const Plugin* parent);
  bool unload(Plugin& plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  bool reload(Plugin& plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  // Tries a plugin again that could not be loaded.
  bool retry(Plugin& plugin, PLUG_LOADTIME now);
  // Takes a plugin that is not loaded out of the list.
  bool clear(Plugin& plugin);
  // Metamod-r makes its code anew: from now on the plugins loaded by now are called.
  void rebuild();

  int lastIndex() const { return static_cast<int>(rows_.size()); }
  Plugin* at(int index) const;  // null where nobody stands
  std::vector<Plugin*> all() const;
  // By number, or by the unambiguous beginning of title, name, file or log tag; null otherwise.
  Plugin* find(const std::string& words) const;
  Plugin* byPlid(plid_t plid) const;
  Plugin* byHandle(const void* handle) const;
  Plugin* byAddress(const void* address) const;
  Plugin* byPath(const std::string& path) const;

 private:
  Plugin& add();
  void readLines();
  void enter(const IniLine& line);
  void act(Plugin& plugin, PLUG_LOADTIME now);
  bool detach(Plugin& plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);

  std::vector<std::unique_ptr<Plugin>> rows_;  // the row of number n is the one at n - 1
};

}  // namespace fakehost
