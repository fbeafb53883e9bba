#include "fake-host/meta_command.h"

#include <string>

#include "fake-host/host.h"
#include "fake-host/text.h"

namespace fakehost {
namespace {

const char* statusWord(PLUG_STATUS status) {
  constexpr const char* kWords[] = {"empt", "info", "badf", "open", "fail", "RUN ", "PAUS"};
  return kWords[status];
}

const char* pendingWord(PLUG_ACTION action) {
  constexpr const char* kWords[] = {" ?? ", " -  ", "keep", "load", "atch", "unld", "relo"};
  return kWords[action];
}

const char* timeWord(const Plugin& plugin, PLUG_LOADTIME plugin_info_t::*time) {
  constexpr const char* kWords[] = {"Never", "Start", "Chlvl", "ANY", "Pause"};
  return plugin.info ? kWords[plugin.info->*time] : " -";
}

std::string sourceWord(const Plugin& plugin) {
  if (plugin.source == PS_INI) return "ini";
  if (plugin.source == PS_CMD) return "cmd";
  return plugin.parent == Plugin::kUnloadedParent ? "plUN" : formatted("pl%d", plugin.parent);
}

const char* version(const Plugin& plugin) { return plugin.info ? plugin.info->version : " -"; }

void list(const std::string&) {
  printLine("      %-24s %-4s %-4s %-24s %-8s %-4s %-5s %s", "description", "stat", "pend", "file", "vers", "src",
            "load", "unload");
  int running = 0;
  for (const Plugin* const plugin : host().plugins.all()) {
    printLine(" [%2d] %-24s %s %s %-24s v%-7s %-4s %-5s %s", plugin->index, plugin->title().c_str(),
              statusWord(plugin->status), pendingWord(plugin->pending), plugin->file().c_str(), version(*plugin),
              sourceWord(*plugin).c_str(), timeWord(*plugin, &plugin_info_t::loadable),
              timeWord(*plugin, &plugin_info_t::unloadable));
    if (plugin->status == PL_RUNNING) ++running;
  }
  printLine("%zu plugins, %d running", host().plugins.all().size(), running);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

int hookCount(const Plugin& plugin, Phase phase) {
  int count = 0;
  for (FunctionId id = 0; id < mm::kFunctionCount; ++id) count += plugin.hook(phase, id) != nullptr;
  return count;
}

void info(Plugin& plugin) {
  const auto line = [](const char* name, const std::string& value) { printLine("%14s: %s", name, value.c_str()); };
  const plugin_info_t none = {"", "", "", "", "", "", "", PT_NEVER, PT_NEVER};
  const plugin_info_t& self = plugin.info ? *plugin.info : none;
  line("name", self.name);
  line("desc", plugin.title());
  line("status", statusWord(plugin.status));
  line("action", pendingWord(plugin.pending));
  line("pathname", plugin.path);
  line("index", std::to_string(plugin.index));
  line("source", sourceWord(plugin));
  line("loadable", timeWord(plugin, &plugin_info_t::loadable));
  line("unloadable", timeWord(plugin, &plugin_info_t::unloadable));
  line("version", self.version);
  line("date", self.date);
  line("author", self.author);
  line("url", self.url);
  line("logtag", self.logtag);
  line("ifvers", self.ifvers);
  line("hooks", formatted("%d pre, %d post", hookCount(plugin, mm::kPre), hookCount(plugin, mm::kPost)));
  line("commands", joined(host().commands.of(plugin.index)));
  line("cvars", joined(host().cvars.of(plugin.index)));
}

void load(const std::string& name) {
  if (host().plugins.byPath(host().pathOf(name))) return printLine("'%s' is in the list already", name.c_str());
  const char* const rest = host().engine().pfnCmd_Argv(3);
  const Plugin* const plugin = host().plugins.load(name, rest, PT_ANYTIME, nullptr);
  if (!plugin) return printLine("no file is called '%s'", name.c_str());
  printLine("'%s' is %s", plugin->title().c_str(), plugin->isLoaded() ? "loaded" : "not loaded; the log says why");
}

void refresh(const std::string&) { host().plugins.refresh(PT_ANYTIME); }

void showVersion(const std::string&) {
  printLine("%s %s, interface %s (a test double)", host().kind.name.c_str(), host().kind.version.c_str(),
            META_INTERFACE_VERSION);
}

void answer(const std::string& title, const char* done, bool isDone) {
  printLine(isDone ? "'%s' %s" : "'%s' not %s", title.c_str(), done);
}

void unload(Plugin& plugin) {
  const std::string title = plugin.title();
  answer(title, "unloaded", host().plugins.unload(plugin, PT_ANYTIME, PNL_COMMAND));
}

void forceUnload(Plugin& plugin) {
  const std::string title = plugin.title();
  answer(title, "unloaded", host().plugins.unload(plugin, PT_ANYTIME, PNL_CMD_FORCED));
}

void reload(Plugin& plugin) {
  const std::string title = plugin.title();
  answer(title, "reloaded", host().plugins.reload(plugin, PT_ANYTIME, PNL_RELOAD));
}

void retry(Plugin& plugin) { answer(plugin.title(), "loaded", host().plugins.retry(plugin, PT_ANYTIME)); }

void clear(Plugin& plugin) {
  const std::string title = plugin.title();
  answer(title, "cleared", host().plugins.clear(plugin));
}

// Pausing only turns the status over: the plugin is not told, and its commands go on working.
void pause(Plugin& plugin) {
  const bool isDone = plugin.status == PL_RUNNING && plugin.info->unloadable >= PT_ANYPAUSE;
  if (isDone) plugin.status = PL_PAUSED;
  answer(plugin.title(), "paused", isDone);
}

void unpause(Plugin& plugin) {
  const bool isDone = plugin.status == PL_PAUSED;
  if (isDone) plugin.status = PL_RUNNING;
  answer(plugin.title(), "unpaused", isDone);
}

struct SubCommand {
  const char* name;
  void (*run)(const std::string& word);  // with the word that follows
  void (*runForPlugin)(Plugin& plugin);  // for each plugin named
};

constexpr SubCommand kSubCommands[] = {
    {"list", list, nullptr},
    {"load", load, nullptr},
    {"refresh", refresh, nullptr},
    {"version", showVersion, nullptr},
    {"info", nullptr, info},
    {"unload", nullptr, unload},
    {"force_unload", nullptr, forceUnload},
    {"reload", nullptr, reload},
    {"retry", nullptr, retry},
    {"clear", nullptr, clear},
    {"pause", nullptr, pause},
    {"unpause", nullptr, unpause},
};

void runForPlugins(const SubCommand& command) {
  for (int word = 2; word < host().engine().pfnCmd_Argc(); ++word) {
    const char* const typed = host().engine().pfnCmd_Argv(word);
    Plugin* const plugin = host().plugins.find(typed);
    if (plugin) command.runForPlugin(*plugin);
    else printLine("no plugin, or several, begin with '%s'", typed);
  }
}

}  // namespace

void metaCommand() {
  const std::string typed = host().engine().pfnCmd_Argv(1);
  for (const SubCommand& command : kSubCommands) {
    if (typed != command.name) continue;
    if (command.run) command.run(host().engine().pfnCmd_Argv(2));
    else runForPlugins(command);
    return;
  }
  printLine("usage: meta list|info|load|unload|force_unload|reload|retry|clear|pause|unpause|refresh|version");
}

}  // namespace fakehost
