// A policy without scripts: Metamod's core with the native test plugins in it, for tests of the whole native path.
#pragma once

#include <string>
#include <vector>

#include "core/core.h"

namespace fake {

class NativeMetamod final : public mm::Policy {
 public:
  // Plugins by name, in slot order from 1; each lies in game/addons/NAME/NAME.so beside this program.
  explicit NativeMetamod(std::vector<std::string> plugins);
  ~NativeMetamod();
  NativeMetamod(const NativeMetamod&) = delete;
  NativeMetamod& operator=(const NativeMetamod&) = delete;

  // What the engine loads as its game DLL.
  static constexpr char kFile[] = "metamod.so";
  mm::Core& core() { return *core_; }
  bool logged(const std::string& part) const;

  bool boot() override;
  void mapStarted() override {}
  void mapEnded() override {}
  void shutdown() override {}
  void command(int, const char*) override {}
  int loadPlugin(int, const char*, PLUG_LOADTIME, void**) override { return 1; }
  int unloadPlugin(int, const char*, PLUG_LOADTIME, PL_UNLOAD_REASON) override { return 1; }
  int unloadPluginByHandle(int, void*, PLUG_LOADTIME, PL_UNLOAD_REASON) override { return 1; }
  void log(const char* line) override { lines_.push_back(line); }

 private:
  bool load(int slot, const std::string& name);

  void* handle_ = nullptr;
  mm::Core* core_ = nullptr;
  std::vector<std::string> plugins_;
  std::vector<std::string> lines_;
};

}  // namespace fake
