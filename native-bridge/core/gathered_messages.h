// The game's user messages, as far as script plugins want them whole. What the game writes into such a message is kept
// back from the engine; with MessageEnd scripts get all of it at once, and the engine gets what they leave of it.
//
// This stands behind the hooks, where the engine's own functions stand otherwise (message_functions.h). So hooks on
// MessageBegin and the rest see and change every call as ever, and what they let through is what is gathered.
#pragma once

#include <bitset>
#include <list>
#include <set>
#include <string>
#include <vector>

#include "core/core.h"

namespace mm {

class GatheredMessages {
 public:
  static constexpr int kMostIds = 256;

  void gather(int slot, int id, bool on);
  void forgetOwner(int slot);
  bool isGathering() const { return !gatherers_.empty(); }
  // Whether it is noted which message is open: while there are scripts, which may want to send one.
  bool isFollowing() const { return isFollowing_; }
  void follow(bool on);

  // The calls of the game.
  void begin(int dest, int id, const float* origin, edict_t* entity);
  void end();
  // Where what it writes goes.
  enum class Way { Engine, Kept, Nowhere };
  Way wayOfWrite(FunctionId function);
  void keep(PartType type, int value) { kept_.parts.emplace_back(MessagePart{type}).number = value; }
  void keep(PartType type, float value) { kept_.parts.emplace_back(MessagePart{type}).real = value; }
  void keep(PartType type, const char* value) { kept_.parts.emplace_back(MessagePart{type}).text = value ? value : ""; }

  // The same as a guest, where the host's hooks see the game's calls (guest/guest_messages.h).
  bool gathersFor(int slot) const;
  bool isWantedBy(int slot, int id) const;
  bool isKept() const { return stream_ == Stream::Kept; }
  WholeMessage& kept() { return kept_; }
  void hold(int dest, int id, const float* origin, edict_t* entity);
  void dropKept(const std::string& why);
  // The engine gets what there is of the message, and the rest when the game writes it.
  void letGo();
  void passed(int id) { open_ = {id, nullptr}; }

  // The calls of plugins, which go to the engine. But one that keeps a call of the game's from it and makes another
  // instead writes into the game's message.
  void pluginBegins(int id, const void* caller) { open_ = {id, caller}; }
  bool takesFromPlugins() const { return stream_ == Stream::Kept && open_.id == 0; }
  void pluginEnds() { open_ = {}; }

  // The message that is open in the engine; one that is kept back is not.
  OpenMessage open() const;
  // Outside of every call: what an engine left by longjmp is over.
  void frameStarted();
  void mapEnded();
  void clear();

 private:
  // What is known of the game's messages: Unknown until the first is seen to begin or end.
  enum class Stream { Unknown, None, Passing, Kept };
  struct Gatherer {
    int slot;
    int id;
  };
  struct Begun {
    int id = 0;
    const void* caller = nullptr;  // where in a plugin it was called; null for the game
  };

  bool isWanted(int id) const;
  void stopGathering(int slot, int id);
  void deliver();
  void send(const WholeMessage& message);
  void sayOnce(const std::string& key, const std::string& line);

  std::vector<Gatherer> gatherers_;
  std::bitset<kMostIds> wanted_;
  std::bitset<kMostIds> delivering_;
  std::list<WholeMessage> delivered_;  // those that scripts have now, one within the other
  bool isFollowing_ = false;
  Stream stream_ = Stream::Unknown;
  WholeMessage kept_;
  Begun open_;
  int lastId_ = 0;  // the game's last message
  std::set<std::string> said_;
};

}  // namespace mm
