// Text that engine or game DLL keep a pointer to. Each text is kept once, however often it is lent.
#pragma once

#include <string>
#include <unordered_set>

namespace mm {

class LentText {
 public:
  const char* forMap(const char* text) { return thisMap_.insert(text).first->c_str(); }
  const char* forProcess(const char* text) { return process_.insert(text).first->c_str(); }

  // An engine clears its precache lists only when it starts the next map, so texts are kept for one map more.
  void mapEnded() {
    lastMap_ = std::move(thisMap_);
    thisMap_.clear();
  }

 private:
  std::unordered_set<std::string> thisMap_, lastMap_, process_;
};

}  // namespace mm
