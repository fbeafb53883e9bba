#include "fake-engine/fake_engine.h"

#include "fake-engine/engine.h"

namespace fake {

FakeEngine::FakeEngine() = default;

FakeEngine::~FakeEngine() { stop(); }

Outcome FakeEngine::start(const Options& options) {
  if (runningEngine()) return Outcome::bad("an engine runs in this process already; stop it first");
  hasFailed_ = false;
  engine_ = std::make_unique<Engine>();
  Outcome booted = engine_->server.boot(options);
  if (!booted.ok) stop();
  return booted;
}

void FakeEngine::stop() {
  if (!engine_) return;
  engine_->server.shutdown();
  hasFailed_ = engine_->hasFailed;
  engine_.reset();
}

bool FakeEngine::isRunning() const { return engine_ && engine_->server.isRunning(); }

bool FakeEngine::hasFailed() const { return engine_ ? engine_->hasFailed : hasFailed_; }

void FakeEngine::frame(float seconds) {
  if (engine_) engine_->server.frame(seconds);
}

void FakeEngine::command(const std::string& line) {
  if (engine_) engine_->commands.queue(line);
}

void FakeEngine::execute() {
  if (!engine_) return;
  engine_->commands.execute();
  engine_->server.settle();
}

Joined FakeEngine::connect(const std::string& name, const std::string& address) {
  Joined joined;
  if (!engine_) return {0, "The engine is not started."};
  if (const Client* client = engine_->clients.connect({name, address, false, false}, joined.reason)) {
    joined.slot = client->index;
  }
  return joined;
}

void FakeEngine::disconnect(int slot) {
  Client* client = engine_ ? engine_->clients.slot(slot) : nullptr;
  if (client) engine_->clients.drop(*client, "Client left the game");
}

void FakeEngine::clientCommand(int slot, const std::string& line) {
  Client* client = engine_ ? engine_->clients.slot(slot) : nullptr;
  if (client) engine_->clients.command(*client, line);
}

void FakeEngine::changeLevel(const std::string& map) {
  if (engine_) engine_->table.pfnChangeLevel(map.c_str(), nullptr);
}

std::vector<std::string> FakeEngine::commandNames() const {
  return engine_ ? engine_->commands.names() : std::vector<std::string>();
}

}  // namespace fake
