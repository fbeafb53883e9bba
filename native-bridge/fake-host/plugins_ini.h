// plugins.ini and config.ini as the hosts read them: words parted by blanks, without quotes; `#`, `;` and `//` begin a
// comment line.
#pragma once

#include <string>
#include <vector>

namespace fakehost {

struct IniLine {
  std::string path;         // absolute
  std::string description;  // "" if the line has none
};

// The plugins that plugins.ini names for this platform, in its order.
std::vector<IniLine> readPluginsIni();

struct Setting {
  std::string key, value;
};

std::vector<Setting> readConfigIni();

}  // namespace fakehost
