// What Node and V8 set up once in a process, and never again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "embed/starter/node_release.h"

namespace mm::starter {

struct Process {
  std::unique_ptr<node::MultiIsolatePlatform> platform;
  std::vector<std::string> arguments;
  std::vector<std::string> nodeArguments;
};

// Null where Node refuses; `why` says why.
Process* theProcess(const std::string& script, std::string& why);

}  // namespace mm::starter
