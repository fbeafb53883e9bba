#include "fake-host/plugins_ini.h"

#include <fstream>
#include <sstream>

#include "fake-host/host.h"

namespace fakehost {
namespace {

std::vector<std::string> linesOf(const std::string& file) {
  std::ifstream input(host().pathOf("addons/metamod/" + file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(input, line);) {
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string::npos) continue;
    const bool isComment = line[start] == '#' || line[start] == ';' || line.compare(start, 2, "//") == 0;
    if (!isComment) lines.push_back(line.substr(start, line.find_last_not_of(" \t\r") + 1 - start));
  }
  return lines;
}

}  // namespace

std::vector<IniLine> readPluginsIni() {
  std::vector<IniLine> found;
  for (const std::string& line : linesOf("plugins.ini")) {
    std::istringstream words(line);
    std::string platform, path, description;
    words >> platform >> path >> std::ws;
    std::getline(words, description);
    if (platform == "linux" && !path.empty()) found.push_back({host().pathOf(path), description});
  }
  return found;
}

std::vector<Setting> readConfigIni() {
  std::vector<Setting> found;
  for (const std::string& line : linesOf("config.ini")) {
    std::istringstream words(line);
    Setting setting;
    words >> setting.key >> setting.value;
    found.push_back(setting);
  }
  return found;
}

}  // namespace fakehost
