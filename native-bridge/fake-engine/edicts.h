// The entity array: slot 0 is the world, 1..clients are the players, the rest is handed out and taken back. It is
// allocated anew for each map, as HLDS may do, so nobody who keeps an address over a map change goes unnoticed.
#pragma once

#include <memory>

#include "metamod/metamod.h"

namespace fake {

class Edicts {
 public:
  static constexpr int kMax = 1024;

  // A fresh array at another address; private data of the old one is freed first, then the array itself.
  void allocate(int clients);
  // Gives back everything, without a new array.
  void release();

  edict_t* first() const { return array_.get(); }
  int clients() const { return clients_; }
  // Highest slot in use, plus one.
  int count() const { return count_; }
  // Null outside 0..kMax-1 or before there is an array.
  edict_t* at(int index) const;
  // -1 for an address that is no edict of this array.
  int indexOf(const edict_t* edict) const;

  // A slot above the clients; null if all are taken.
  edict_t* take();
  // Frees private data and slot. The serial number grows, so that handles to the old entity are known as stale.
  void free(edict_t* edict);
  void* allocatePrivate(edict_t* edict, size_t bytes);
  void freePrivate(edict_t* edict);

 private:
  void prepare(edict_t* edict);

  std::unique_ptr<edict_t[]> array_;
  int clients_ = 0;
  int count_ = 0;
};

}  // namespace fake
