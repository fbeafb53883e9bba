#include "fake-engine/signals.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "fake-engine/fake_engine.h"

namespace fake {
namespace {

volatile std::sig_atomic_t isAsked = 0;
FakeEngine* shutDownFirst = nullptr;

void crashed(int signal) {
  // A second crash on the way down ends the process as it would without us.
  std::signal(signal, SIG_DFL);
  std::printf("fake_engine: crashed with signal %d; shutting down\n", signal);
  shutDownFirst->stop();
  std::exit(0);
}

}  // namespace

void endOnSignals() {
  for (const int signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { isAsked = 1; });
}

bool wasToldToEnd() { return isAsked != 0; }

void shutDownOnCrash(FakeEngine& engine) {
  shutDownFirst = &engine;
  for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGILL}) {
    struct sigaction action = {};
    action.sa_handler = crashed;
    // The handler leaves by exit(), and what runs then may crash in its turn.
    action.sa_flags = SA_NODEFER;
    sigaction(signal, &action, nullptr);
  }
}

}  // namespace fake
