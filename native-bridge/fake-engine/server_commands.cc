#include "fake-engine/console_commands.h"
#include "fake-engine/engine.h"

namespace fake {
namespace {

const CommandLine& line() { return engine().commands.current(); }

std::string word(size_t index) { return index < line().words.size() ? line().words[index] : std::string(); }

void changeMap(bool isChangeLevel) {
  Engine& e = engine();
  if (line().words.size() < 2) {
    e.console.line("usage: %s MAP", word(0).c_str());
  } else if (!e.server.isMapValid(word(1))) {
    e.console.line("%s: map '%s' is not below maps/ of the game directory", word(0).c_str(), word(1).c_str());
  } else if (isChangeLevel && !e.server.isActive()) {
    e.console.line("changelevel: no map is running; use map %s", word(1).c_str());
  } else {
    e.server.changeMap(word(1), isChangeLevel);
  }
}

void exec() {
  Engine& e = engine();
  const auto text = e.files.readText(word(1));
  if (text) {
    e.commands.queueFirst(*text);
  } else {
    e.console.line("exec: '%s' is not below the game directory", word(1).c_str());
  }
}

void listCommands() {
  const std::vector<std::string> names = engine().commands.names();
  for (const std::string& name : names) engine().console.line("%s", name.c_str());
  engine().console.line("%zu commands", names.size());
}

void listCvars() {
  int count = 0;
  engine().cvars.forEach([&count](const cvar_t& cvar) {
    engine().console.line("%s = \"%s\"", cvar.name, cvar.string);
    ++count;
  });
  engine().console.line("%d cvars", count);
}

void log() {
  engine().console.setLogging(word(1) != "off");
  engine().console.line("log: %s", word(1) == "off" ? "off" : "on");
}

void showLog() {
  // Copied, because showing it may lead to more of it.
  for (const std::string& logged : std::deque<std::string>(engine().console.logged())) {
    engine().console.line("%s", logged.c_str());
  }
}

void save() {
  if (engine().saves.save(word(1))) {
    engine().console.line("saved '%s'", word(1).c_str());
  } else {
    engine().console.line("save: no map is running");
  }
}

void loadSave() {
  Engine& e = engine();
  if (e.saves.has(word(1))) {
    e.server.loadSave(word(1), e.saves.mapOf(word(1)));
  } else {
    e.console.line("load: nothing was saved as '%s'; use save %s first", word(1).c_str(), word(1).c_str());
  }
}

}  // namespace

void addConsoleCommands(Commands& commands) {
  addServerCommands(commands);
  addPlayerCommands(commands);
  addInfoCommands(commands);
}

void addServerCommands(Commands& commands) {
  commands.add("map", [] { changeMap(false); });
  commands.add("changelevel", [] { changeMap(true); });
  commands.add("quit", [] { engine().server.quit(); });
  commands.add("exit", [] { engine().server.quit(); });
  commands.add("echo", [] { engine().console.line("%s", line().rest.c_str()); });
  commands.add("exec", exec);
  commands.add("cmdlist", listCommands);
  commands.add("cvarlist", listCvars);
  commands.add("log", log);
  commands.add("showlog", showLog);
  commands.add("save", save);
  commands.add("load", loadSave);
}

}  // namespace fake
