// The core's questions, asked of TypeScript.
#pragma once

#include "core/core.h"

namespace mm::node {

struct Bridge;

class BridgePolicy final : public Policy {
 public:
  constexpr explicit BridgePolicy(Bridge& bridge) : bridge_(bridge) {}

  bool boot() override;
  void mapStarted() override;
  void mapEnded() override;
  void shutdown() override;
  void command(int slot, const char* name) override;
  bool clientCommand(edict_t* client) override;
  void spawnEntity(int slot, const char* className, edict_t* entity) override;
  int loadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, void** handle) override;
  int unloadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  int unloadPluginByHandle(int callerSlot, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  int stubQueried(const char* source, const char* stubPath) override;
  bool stubAttached(int slot, PLUG_LOADTIME now) override;
  bool stubDetached(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  MessageAnswer userMessage(WholeMessage& message) override;
  bool frameStarted(const void* frame) override;
  bool takeHasRun() override;
  Standing standing() const override;
  void log(const char* line) override;

 private:
  Bridge& bridge_;
};

}  // namespace mm::node
