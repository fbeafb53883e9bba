#include "metamod.h"

#include <dlfcn.h>

#include <algorithm>

#include "session.h"

namespace fake {

NativeMetamod::NativeMetamod(std::vector<std::string> plugins) : plugins_(std::move(plugins)) {
  handle_ = dlopen(builtFile(kFile).c_str(), RTLD_NOW);
  core_ = reinterpret_cast<mm::Core* (*)(int)>(dlsym(handle_, "MetamodCore"))(mm::kCoreInterface);
  core_->setPolicy(this);
}

NativeMetamod::~NativeMetamod() {
  core_->reset();
  core_->setPolicy(nullptr);
  dlclose(handle_);
}

bool NativeMetamod::logged(const std::string& part) const {
  return std::ranges::any_of(lines_, [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

bool NativeMetamod::boot() {
  if (!core_->loadGameDll(builtFile("game/dlls/game.so").c_str()).ok) return false;
  int slot = 0;
  for (const std::string& name : plugins_) {
    if (!load(++slot, name)) return false;
  }
  return true;
}

bool NativeMetamod::load(int slot, const std::string& name) {
  const std::string path = builtFile("game/addons/" + name + "/" + name + ".so");
  core_->addNative(slot);
  mm::Outcome step = core_->open(slot, path.c_str());
  if (step.ok) step = core_->query(slot);
  if (step.ok) step = core_->attach(slot, PT_STARTUP);
  if (!step.ok) log(step.reason.c_str());
  core_->setRunning(slot, step.ok);
  return step.ok;
}

}  // namespace fake
