// The core's questions, asked of TypeScript.
#pragma once

#include "core/core.h"

namespace mm::node {

struct Bridge;

class BridgePolicy final : public Policy {
 public:
  constexpr explicit BridgePolicy(Bridge& bridge) : bridge_(bridge) {}

  bool boot() override;
  void frame() override;
  void mapStarted() override;
  void mapEnded() override;
  void shutdown() override;
  void command(int slot, const char* name) override;
  int loadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, void** handle) override;
  int unloadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  int unloadPluginByHandle(int callerSlot, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  void log(const char* line) override;

  // The policy opened a plugin; if that happens inside loadPlugin, this is the one that was asked for.
  void noteOpened(int slot) { opened_ = slot; }

 private:
  Bridge& bridge_;
  int opened_ = 0;
};

}  // namespace mm::node
