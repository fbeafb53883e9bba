#include "session.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fake {

std::string builtFile(const std::string& name) {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name;
}

std::string contentOf(const std::string& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

Recorder::Recorder() : handle_(dlopen(builtFile(kFile).c_str(), RTLD_NOW)) {}

Recorder::~Recorder() {
  callDuringLoad(nullptr);
  dlclose(handle_);
}

const char* Recorder::firstUncalled() const {
  return reinterpret_cast<const char* (*)()>(dlsym(handle_, "firstUncalled"))();
}

void Recorder::callDuringLoad(void (*function)()) const {
  reinterpret_cast<void (*)(void (*)())>(dlsym(handle_, "callDuringLoad"))(function);
}

Session::Session(const Setup& setup) {
  char directory[] = "/tmp/fake-engine-XXXXXX";
  directory_ = mkdtemp(directory);
  for (const auto& [name, content] : setup.files) {
    const std::filesystem::path path = std::filesystem::path(directory_) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
  }
  const bool isOwnFile = setup.files.contains(setup.library);
  const std::string library = isOwnFile ? directory_ + '/' + setup.library : builtFile(setup.library);
  Options options{library, directory_, setup.map, setup.maxPlayers, {}, setup.style};
  options.print = [this](const std::string& line) { lines.push_back(line); };
  started = engine.start(options);
}

Session::~Session() {
  engine.stop();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

void Session::frames(int count) {
  for (int i = 0; i < count; ++i) engine.frame();
}

void Session::type(const std::string& line) {
  engine.command(line);
  engine.frame();
}

int Session::join(const std::string& name) {
  const Joined joined = engine.connect(name);
  engine.frame();
  return joined.slot;
}

bool Session::printed(const std::string& part) const {
  for (const std::string& line : lines) {
    if (line.find(part) != std::string::npos) return true;
  }
  return false;
}

edict_t* Session::entity(const std::string& className) {
  edict_t* found = call().pfnFindEntityByString(nullptr, "classname", className.c_str());
  return found == edict(0) ? nullptr : found;
}

}  // namespace fake
