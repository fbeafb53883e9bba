// The precache tables with GoldSrc's limits: what a map needs is named while it loads, and is an index from then on. As
// in unpatched HLDS the tables keep the caller's pointer, so text lent for too short a time shows under
// AddressSanitizer.
#pragma once

#include <vector>

#include "metamod/metamod.h"

namespace fake {

class PrecacheTable {
 public:
  PrecacheTable(const char* function, int limit) : function_(function), limit_(limit) {}
  // The index, from 1; 0 after a Host_Error.
  int add(const char* name);
  // The index, or 0 if the name was not precached.
  int find(const char* name) const;
  const char* name(int index) const;
  int count() const { return static_cast<int>(names_.size()) - 1; }
  void clear() { names_.resize(1); }

 private:
  const char* function_;
  int limit_;
  std::vector<const char*> names_{nullptr};  // index 0 means "none"
};

struct UnmodifiedFile {
  FORCE_TYPE type;
  const char* name;
};

struct Precache {
  PrecacheTable models{"PrecacheModel", 512};
  PrecacheTable sounds{"PrecacheSound", 512};
  PrecacheTable generics{"PrecacheGeneric", 512};
  PrecacheTable events{"PrecacheEvent", 256};
  std::vector<UnmodifiedFile> unmodified;

  void clear();
};

}  // namespace fake
