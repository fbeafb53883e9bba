// The fake engine with one of the hosts as its game DLL, and probes as the host's plugins. Each server has its own
// copies of the plugins' files, so that no test finds the statics that another left.
#pragma once

#include <string>
#include <vector>

#include "fake-engine/test/session.h"
#include "probe.h"

namespace fakehost {

using probe::Probe;

struct Playing {
  std::string kind = "metamod-r";
  std::vector<std::string> listed = {"first.so"};   // lines of plugins.ini, below addons/
  std::vector<std::string> beside = {"second.so"};  // files that lie there, but stand in no line
  std::string settings = {};                        // more lines of config.ini
};

inline const char* const kKinds[] = {"metamod-r", "metamod-p", "metamod-fwgs"};

class Server : public fake::Session {
 public:
  explicit Server(const Playing& playing);

  // The insides of a plugin that is loaded; null if it is not. Valid until the plugin is unmapped.
  Probe* probe(const std::string& file) const;
  // Whether the process still has the library.
  bool isMapped(const std::string& file) const;
  std::string path(const std::string& file) const { return directory_ + "/addons/" + file; }
  // Writes plugins.ini anew.
  void list(const std::vector<std::string>& files);
  // How the host's list shows the plugin; "" if it does not.
  std::string row(const std::string& file);
  // What the game gets for a call of pfnRandomLong.
  int roll();

 private:
  std::string directory_;
};

}  // namespace fakehost
