// How much longer does a call take for having the core in its way? Three functions that engines call often, called
// plainly and through the core, unhooked and hooked. Everything is measured in one run, round by round in turn, and the
// median of the rounds is printed: on a shared machine only ratios within a run mean something.
#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench_plugin.h"
#include "core/core.h"

namespace {

constexpr int kRounds = 41;
constexpr int kCallsInRound = 50'000;
constexpr int kPlugins = 10;

edict_t world;

struct Tables {
  const enginefuncs_t* engine;
  const DLL_FUNCTIONS* dll;
};

// The compiler must not learn where a call leads, nor draw it out of the loop.
template <class Fn>
Fn opaque(Fn function) {
  asm volatile("" : "+r"(function));
  return function;
}

template <class Call>
double nanoseconds(const Call& call) {
  const auto start = std::chrono::steady_clock::now();
  // Four call sites, as real callers have several: a single one measures how a processor predicts a tiny loop.
  for (int i = 0; i < kCallsInRound; i += 4) {
    call();
    call();
    call();
    call();
  }
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
  return took.count() / kCallsInRound;
}

using Measure = double (*)(const Tables& tables);

double startFrame(const Tables& tables) {
  const auto call = opaque(tables.dll->pfnStartFrame);
  return nanoseconds([&] { call(); });
}

double addToFullPack(const Tables& tables) {
  const auto call = opaque(tables.dll->pfnAddToFullPack);
  return nanoseconds([&] { call(nullptr, 1, &world, &world, 0, 0, nullptr); });
}

double pEntityOfEntIndex(const Tables& tables) {
  const auto call = opaque(tables.engine->pfnPEntityOfEntIndex);
  return nanoseconds([&] { call(1); });
}

constexpr struct {
  const char* name;
  Measure measure;
} kFunctions[] = {
    {"AddToFullPack", addToFullPack}, {"PEntityOfEntIndex", pEntityOfEntIndex}, {"StartFrame *", startFrame}};

std::string besideProgram(const std::string& name) {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  const std::string program(path, static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  return program.substr(0, program.rfind('/') + 1) + name;
}

void* opened(const std::string& name) {
  void* const library = dlopen(besideProgram(name).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library) return library;
  std::printf("bench_native: %s\n", dlerror());
  std::exit(1);
}

void require(const mm::Outcome& outcome) {
  if (outcome.ok) return;
  std::printf("bench_native: %s\n", outcome.reason.c_str());
  std::exit(1);
}

// The core between an engine that has one function and a game DLL that does nothing.
class Bench {
 public:
  Bench() {
    void* const library = opened("metamod.so");
    const auto getCore = reinterpret_cast<mm::Core* (*)(int)>(dlsym(library, "MetamodCore"));
    const auto give = reinterpret_cast<GIVE_ENGINE_FUNCTIONS_FN>(dlsym(library, "GiveFnptrsToDll"));
    core_ = getCore(mm::kCoreInterface);
    void* const game = opened("bench_game.so");
    engine_.pfnPEntityOfEntIndex = reinterpret_cast<edict_t* (*)(int)>(dlsym(game, "benchEntityOfIndex"));
    setenv("METAMOD_LIBNODE", "/no/libnode.so", 1);
    setenv("METAMOD_GAMEDLL", besideProgram("bench_game.so").c_str(), 1);
    give(&engine_, &globals_);
  }

  void loadPlugins(int count) {
    for (int slot = 1; slot <= count; ++slot) {
      const std::string name = "bench_plugin_" + std::to_string(slot) + ".so";
      core_->addNative(slot);
      require(core_->open(slot, besideProgram(name).c_str()));
      require(core_->query(slot));
      require(core_->attach(slot, PT_STARTUP));
      core_->setRunning(slot, true);
    }
  }

  void unloadPlugins() {
    for (int slot = 1; slot <= kPlugins; ++slot) core_->remove(slot);
  }

  void hook(int plugins, int phase) {
    for (int slot = 1; slot <= plugins; ++slot) {
      void* const library = opened("bench_plugin_" + std::to_string(slot) + ".so");
      reinterpret_cast<BenchHook>(dlsym(library, "benchHook"))(phase, 1);
      dlclose(library);
    }
    core_->hookedDll()->pfnStartFrame();
  }

  Tables plain() const { return {core_->engine(), core_->gameDll()}; }
  Tables hooked() const { return {core_->hookedEngine(), core_->hookedDll()}; }

 private:
  mm::Core* core_;
  enginefuncs_t engine_ = {};
  globalvars_t globals_ = {};
};

constexpr struct {
  const char* name;
  int plugins, pre, post;  // loaded, and how many of them hook
} kCases[] = {
    {"unhooked, no plugin", 0, 0, 0},
    {"unhooked, ten plugins", 10, 0, 0},
    {"unhooked, one plugin", 1, 0, 0},
    {"one pre hook", 1, 1, 0},
    {"one pre and post hook", 1, 1, 1},
    {"ten pre hooks", 10, 10, 0},
};

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

void measureCase(Bench& bench, const char* name) {
  std::printf("%-24s", name);
  for (const auto& function : kFunctions) {
    std::vector<double> plain, through, added;
    for (int round = 0; round < kRounds; ++round) {
      plain.push_back(function.measure(bench.plain()));
      through.push_back(function.measure(bench.hooked()));
      added.push_back(through.back() - plain.back());
    }
    std::printf("  %7.2f -> %7.2f  %+7.2f", median(plain), median(through), median(added));
  }
  std::printf("\n");
}

}  // namespace

int main() {
  std::printf("ns a call: plain pointer -> through the core, added\n%-24s", "");
  for (const auto& function : kFunctions) std::printf("  %-27s", function.name);
  std::printf("\n");
  Bench bench;
  for (const auto& each : kCases) {
    bench.loadPlugins(each.plugins);
    bench.hook(each.pre, mm::kPre);
    bench.hook(each.post, mm::kPost);
    measureCase(bench, each.name);
    bench.unloadPlugins();
  }
  std::printf("targets: unhooked at most +1.5, also with ten plugins; one pre hook at most +10\n");
  std::printf("* once a frame the core looks for changes in each plugin's tables: compare rows of as many plugins\n");
}
