// The engine as a program of its own. With --frames it runs as fast as it can; without, in real time, and reads the
// console.
#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <thread>

#include "fake-engine/arguments.h"
#include "fake-engine/fake_engine.h"
#include "fake-engine/frame_cost.h"
#include "fake-engine/signals.h"

namespace fake {
namespace {

void printLine(const std::string& line) {
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

// Whole lines of standard input, without ever waiting for one.
class Input {
 public:
  void pass(FakeEngine& engine) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (isOpen_ && poll(&input, 1, 0) > 0) {
      char bytes[1024];
      const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
      // As with a real dedicated server, the end of the input does not end the server.
      if (count <= 0) {
        isOpen_ = false;
        return;
      }
      pending_.append(bytes, static_cast<size_t>(count));
      const size_t end = pending_.rfind('\n');
      if (end == std::string::npos) continue;
      engine.command(pending_.substr(0, end));
      pending_.erase(0, end + 1);
    }
  }

 private:
  bool isOpen_ = true;
  std::string pending_;
};

void runConsole(FakeEngine& engine, float tickSeconds) {
  Input input;
  using Clock = std::chrono::steady_clock;
  const auto tick = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<float>(tickSeconds));
  auto next = Clock::now();
  while (engine.isRunning() && !wasToldToEnd()) {
    input.pass(engine);
    engine.frame(tickSeconds);
    next += tick;
    std::this_thread::sleep_until(next);
  }
}

int play(FakeEngine& engine, const Arguments& arguments) {
  const Outcome started = engine.start({arguments.library, arguments.gameDirectory, arguments.map,
                                        arguments.maxPlayers, printLine, arguments.style,
                                        arguments.commandLine});
  if (!started.ok) {
    std::fprintf(stderr, "fake_engine: %s\n", started.reason.c_str());
    return 1;
  }
  for (int i = 1; i <= arguments.bots; ++i) engine.connect("Bot " + std::to_string(i));
  if (!arguments.exec.empty()) engine.command(arguments.exec);
  if (arguments.costFrames > 0) printFrameCost(engine, arguments.costFrames);
  if (arguments.frames) {
    for (int i = 0; i < *arguments.frames && engine.isRunning() && !wasToldToEnd(); ++i) {
      engine.frame(arguments.tickSeconds);
    }
  } else {
    runConsole(engine, arguments.tickSeconds);
  }
  engine.stop();
  return engine.hasFailed() ? 1 : 0;
}

int run(const Arguments& arguments) {
  FakeEngine engine;
  endOnSignals();
  if (arguments.hasCrashHandler) shutDownOnCrash(engine);
  int code = 0;
  for (int i = 0; i < arguments.games && code == 0; ++i) code = play(engine, arguments);
  return code;
}

}  // namespace
}  // namespace fake

int main(int count, char** words) {
  const fake::Arguments arguments = fake::parseArguments(count, words);
  if (arguments.wantsHelp) {
    std::fputs(fake::kUsage, stdout);
    return 0;
  }
  if (!arguments.mistake.empty()) {
    std::fprintf(stderr, "fake_engine: %s\n", arguments.mistake.c_str());
    return 2;
  }
  return fake::run(arguments);
}
