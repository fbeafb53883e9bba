#include "fake-engine/strings.h"

#include <cstring>
#include <string>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

std::string expandNewlines(const char* text) {
  std::string expanded;
  for (; *text; ++text) {
    if (text[0] == '\\' && text[1] == 'n') {
      expanded += '\n';
      ++text;
    } else {
      expanded += *text;
    }
  }
  return expanded;
}

}  // namespace

void Strings::open() { block_ = std::make_unique<char[]>(kNames * kNameBytes + kPoolBytes); }

string_t Strings::allocate(const char* text) {
  const std::string wanted = expandNewlines(text);
  if (auto found = known_.find(wanted); found != known_.end()) return found->second;
  const int bytes = static_cast<int>(wanted.size()) + 1;
  if (bytes > kPoolBytes - used_) return 0;
  // SAFETY: [used_, used_ + bytes) was just checked to lie inside the pool, which lives as long as the engine.
  char* copy = pool() + used_;
  std::memcpy(copy, wanted.c_str(), static_cast<size_t>(bytes));
  const string_t handle = used_;
  used_ += bytes;
  known_.emplace(std::string_view(copy, wanted.size()), handle);
  return handle;
}

string_t Strings::setName(int place, std::string_view text) {
  char* name = block_.get() + place * kNameBytes;
  const size_t length = text.copy(name, kNameBytes - 1);
  name[length] = '\0';
  return static_cast<string_t>(name - pool());
}

const char* Strings::text(string_t handle) const {
  if (handle < -kNames * kNameBytes || handle >= kPoolBytes) return nullptr;
  return base() + handle;
}

void Strings::forgetMap() {
  std::erase_if(known_, [this](const auto& entry) { return entry.second >= kept_; });
  // Cleared, so that a handle kept over a map change reads "" and not by luck its old text.
  std::memset(pool() + kept_, 0, static_cast<size_t>(used_ - kept_));
  used_ = kept_;
}

namespace {

int allocString(const char* text) {
  Engine& e = engine();
  if (!e.strings.isOpen()) {
    e.console.line("AllocString: there is no string pool before GameInit; call it from GameInit on");
    return 0;
  }
  const string_t handle = e.strings.allocate(text ? text : "");
  if (!handle) e.hostError("AllocString: the pool of %d bytes is full", Strings::kPoolBytes);
  return handle;
}

const char* szFromIndex(int handle) {
  Engine& e = engine();
  if (!e.strings.isOpen()) return "";
  if (const char* text = e.strings.text(handle)) return text;
  // A game DLL may point a string_t at a literal of its own, so the distance alone decides, as in every real engine.
  // SAFETY: the caller made the handle from an address of its own that it keeps readable.
  return reinterpret_cast<const char*>(reinterpret_cast<intptr_t>(e.strings.base()) + handle);
}

}  // namespace

void addStringFunctions(enginefuncs_t& table) {
  table.pfnAllocString = allocString;
  table.pfnSzFromIndex = szFromIndex;
}

}  // namespace fake
