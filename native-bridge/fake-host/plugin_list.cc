#include "fake-host/plugin_list.h"

#include <strings.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>

#include "fake-host/host.h"
#include "fake-host/text.h"

namespace fakehost {
namespace {

bool isFile(const std::string& path) {
  struct stat found;
  return stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

// Names typed at the console and given to pfnLoadPlugin are completed; lines of plugins.ini never are.
std::string resolve(const std::string& name) {
  for (const std::string& folder : {std::string(), std::string("dlls/")}) {
    for (const char* const ending : {"", ".so", "_mm.so", "_i386.so", "_i486.so", "_i586.so", "_i686.so"}) {
      const std::string path = host().pathOf(folder + name + ending);
      if (isFile(path)) return path;
    }
  }
  return {};
}

// What hosts take for the same plugin. (A plugin that is not loaded has no log tag yet.)
bool isSame(const Plugin& plugin, const IniLine& line) {
  const std::string file = line.path.substr(line.path.rfind('/') + 1);
  const bool hasSameTitle = !line.description.empty() && line.description == plugin.title();
  const bool hasSameTag = plugin.info && plugin.info->logtag && line.description == plugin.info->logtag;
  return file == plugin.file() || hasSameTitle || hasSameTag;
}

bool startsWith(const char* text, const std::string& start) {
  return text && strncasecmp(text, start.c_str(), start.size()) == 0;
}

}  // namespace

Plugin* PluginList::at(int index) const {
  return index >= 1 && index <= lastIndex() ? rows_[static_cast<std::size_t>(index) - 1].get() : nullptr;
}

std::vector<Plugin*> PluginList::all() const {
  std::vector<Plugin*> plugins;
  for (const auto& row : rows_) {
    if (row) plugins.push_back(row.get());
  }
  return plugins;
}

// A newcomer takes the first row that an unloaded plugin left.
Plugin& PluginList::add() {
  auto row = std::ranges::find_if(rows_, [](const auto& candidate) { return !candidate; });
  if (row == rows_.end()) row = rows_.insert(row, nullptr);
  *row = std::make_unique<Plugin>(static_cast<int>(row - rows_.begin()) + 1);
  return **row;
}

void PluginList::boot() {
  readLines();
  for (int index = 1; index <= lastIndex(); ++index) {
    if (Plugin* const plugin = at(index)) act(*plugin, PT_STARTUP);
  }
  rebuild();
}

void PluginList::refresh(PLUG_LOADTIME now) {
  readLines();
  for (int index = 1; index <= lastIndex(); ++index) {
    if (Plugin* const plugin = at(index)) act(*plugin, now);
  }
  rebuild();
}

void PluginList::mapEnded() {
  refresh(PT_CHANGELEVEL);
  for (Plugin* const plugin : all()) {
    if (plugin->status == PL_PAUSED) plugin->status = PL_RUNNING;
  }
}

void PluginList::readLines() {
  for (Plugin* const plugin : all()) plugin->isListed = false;
  for (const IniLine& line : readPluginsIni()) enter(line);
}

void PluginList::enter(const IniLine& line) {
  if (Plugin* const known = byPath(line.path)) {
    if (known->isListed) return logLine("[META] plugins.ini names '%s' twice; skipped", line.path.c_str());
    known->isListed = true;
    if (!known->isLoaded()) known->pending = PA_LOAD;
    else if (known->pending == PA_NONE && known->isFileNewer()) known->pending = PA_RELOAD;
    return;
  }
  for (Plugin* const plugin : all()) {
    if (!isSame(*plugin, line)) continue;
    logLine("[META] '%s' takes the place of '%s', which hosts take for the same plugin", line.path.c_str(),
            plugin->path.c_str());
    plugin->isListed = false;
    plugin->source = PS_INI;  // so that it goes as one that is no longer listed
  }
  Plugin& plugin = add();
  plugin.path = line.path;
  plugin.description = line.description;
  plugin.isListed = true;
  plugin.pending = PA_LOAD;
}

void PluginList::act(Plugin& plugin, PLUG_LOADTIME now) {
  if (plugin.source == PS_INI && !plugin.isListed) {
    unload(plugin, now, PNL_INI_DELETED);
  } else if (plugin.pending == PA_LOAD) {
    plugin.load(now);
  } else if (plugin.pending == PA_RELOAD) {
    reload(plugin, now, PNL_FILE_NEWER);
  } else if (plugin.pending == PA_UNLOAD) {
    unload(plugin, now, PNL_DELAYED);
  }
}

Plugin* PluginList::load(const std::string& name, const std::string& description, PLUG_LOADTIME now,
                         const Plugin* parent) {
  const std::string path = resolve(name);
  if (path.empty()) return nullptr;
  Plugin* plugin = byPath(path);
  if (!plugin) {
    plugin = &add();
    plugin->path = path;
    plugin->description = description;
    plugin->source = parent ? PS_PLUGIN : PS_CMD;
    plugin->parent = parent ? parent->index : Plugin::kNoParent;
    plugin->load(now);
  }
  rebuild();
  return plugin;
}

// The half that unloading and reloading share.
bool PluginList::detach(Plugin& plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  if (!plugin.isLoaded()) return true;
  if (!plugin.mayUnload(now, reason) || !plugin.detach(now, reason)) return false;
  for (Plugin* const child : all()) {
    if (child->parent == plugin.index) child->parent = Plugin::kUnloadedParent;
  }
  host().commands.disableOf(plugin.index);
  logLine("[META] unloaded plugin '%s'", plugin.title().c_str());
  plugin.close();
  plugin.status = PL_VALID;
  return true;
}

bool PluginList::unload(Plugin& plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  if (!detach(plugin, now, reason)) return false;
  rows_[static_cast<std::size_t>(plugin.index) - 1].reset();
  rebuild();
  return true;
}

// After `meta reload` metamod-r rebuilds without the plugin, between the two halves, and not again: see the README.
bool PluginList::reload(Plugin& plugin, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  if (plugin.isLoaded() && !plugin.mayLoad(now, PA_RELOAD)) return false;
  if (!detach(plugin, now, reason)) return false;
  rebuild();
  return plugin.load(now);
}

bool PluginList::retry(Plugin& plugin, PLUG_LOADTIME now) {
  const bool isLoaded = !plugin.isLoaded() && plugin.load(now);
  rebuild();
  return isLoaded;
}

bool PluginList::clear(Plugin& plugin) {
  if (plugin.isLoaded()) return false;
  plugin.close();
  rows_[static_cast<std::size_t>(plugin.index) - 1].reset();
  return true;
}

void PluginList::rebuild() {
  for (Plugin* const plugin : all()) plugin->isRebuilt = plugin->isLoaded();
}

Plugin* PluginList::find(const std::string& words) const {
  const bool isNumber = !words.empty() && std::ranges::all_of(words, [](char c) { return c >= '0' && c <= '9'; });
  if (isNumber) return at(std::atoi(words.c_str()));
  Plugin* found = nullptr;
  for (Plugin* const plugin : all()) {
    const bool isMeant = startsWith(plugin->title().c_str(), words) || startsWith(plugin->file().c_str(), words) ||
                         (plugin->info && startsWith(plugin->info->name, words)) ||
                         (plugin->info && startsWith(plugin->info->logtag, words));
    if (isMeant && found) return nullptr;
    if (isMeant) found = plugin;
  }
  return found;
}

Plugin* PluginList::byPlid(plid_t plid) const {
  for (Plugin* const plugin : all()) {
    if (plid && plugin->info == plid) return plugin;
  }
  return nullptr;
}

Plugin* PluginList::byHandle(const void* handle) const {
  for (Plugin* const plugin : all()) {
    if (handle && plugin->image.handle() == handle) return plugin;
  }
  return nullptr;
}

Plugin* PluginList::byAddress(const void* address) const {
  for (Plugin* const plugin : all()) {
    if (plugin->image.contains(address)) return plugin;
  }
  return nullptr;
}

Plugin* PluginList::byPath(const std::string& path) const {
  for (Plugin* const plugin : all()) {
    if (plugin->path == path) return plugin;
  }
  return nullptr;
}

}  // namespace fakehost
