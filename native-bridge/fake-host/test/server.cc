#include "server.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fakehost {
namespace {

std::string contentOf(const std::string& path) {
  std::ifstream input(path, std::ios::binary);
  std::ostringstream content;
  content << input.rdbuf();
  return content.str();
}

std::string linesFor(const std::vector<std::string>& files) {
  std::string lines = "; the host's own list\n\nwin32 addons/other.dll\n";
  for (const std::string& file : files) lines += "linux addons/" + file + "\n";
  return lines;
}

fake::Setup setupFor(const Playing& playing) {
  fake::Setup setup;
  setup.library = "fake_host.so";
  setup.files["addons/metamod/config.ini"] =
      "kind " + playing.kind + "\ngamedll " + fake::builtFile("game/dlls/game.so") + "\n" + playing.settings;
  setup.files["addons/metamod/plugins.ini"] = linesFor(playing.listed);
  for (const auto* files : {&playing.listed, &playing.beside}) {
    for (const std::string& line : *files) {
      const std::string file = line.substr(0, line.find(' '));
      setup.files["addons/" + file] = contentOf(fake::builtFile("host-probes/" + file.substr(file.rfind('/') + 1)));
    }
  }
  return setup;
}

}  // namespace

Server::Server(const Playing& playing) : Session(setupFor(playing)) {
  char directory[256] = "";
  if (started.ok) call().pfnGetGameDir(directory);
  directory_ = directory;
}

Probe* Server::probe(const std::string& file) const {
  if (!isMapped(file)) return nullptr;
  void* const handle = dlopen(path(file).c_str(), RTLD_NOW | RTLD_NOLOAD);
  Probe* const inside = reinterpret_cast<Probe* (*)()>(dlsym(handle, "probeInside"))();
  dlclose(handle);
  return inside;
}

bool Server::isMapped(const std::string& file) const {
  void* const handle = dlopen(path(file).c_str(), RTLD_NOW | RTLD_NOLOAD);
  if (handle) dlclose(handle);
  return handle != nullptr;
}

void Server::list(const std::vector<std::string>& files) {
  std::ofstream(directory_ + "/addons/metamod/plugins.ini") << linesFor(files);
}

std::string Server::row(const std::string& file) {
  const std::size_t before = lines.size();
  type("meta list");
  const auto isMeant = [&](const std::string& line) { return line.find(" " + file + " ") != std::string::npos; };
  const auto found = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(before), lines.end(), isMeant);
  return found == lines.end() ? "" : *found;
}

int Server::roll() {
  type("game_roll");
  const std::string& line = *std::find_if(lines.rbegin(), lines.rend(), [](const std::string& candidate) {
    return candidate.find("game: rolled ") != std::string::npos;
  });
  return std::atoi(line.substr(line.rfind(' ')).c_str());
}

}  // namespace fakehost
