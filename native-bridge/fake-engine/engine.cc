#include "fake-engine/engine.h"

#include <cstdarg>

#include "fake-engine/engine_table.h"

namespace fake {
namespace {

Engine* running = nullptr;

}  // namespace

Engine::Engine() {
  running = this;
  table = makeEngineTable();
}

Engine::~Engine() { running = nullptr; }

Engine& engine() { return *running; }

Engine* runningEngine() { return running; }

void Engine::hostError(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatText(format, arguments);
  va_end(arguments);
  console.line("Host_Error: %s", text.c_str());
  hasFailed = true;
  server.endMapAfterFrame();
}

void Engine::sysError(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatText(format, arguments);
  va_end(arguments);
  console.line("FATAL ERROR (shutting down): %s", text.c_str());
  hasFailed = true;
  server.quit();
  if (isInSysError) return;
  isInSysError = true;
  library.call(&DLL_FUNCTIONS::pfnSys_Error, text.c_str());
  isInSysError = false;
}

}  // namespace fake
