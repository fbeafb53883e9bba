#include "fake-engine/info.h"

#include <cstring>
#include <optional>

#include "fake-engine/console_commands.h"
#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

struct Pair {
  size_t begin;  // of the backslash before the key
  size_t end;
  std::string_view key;
  std::string_view value;
};

std::optional<Pair> pairAt(std::string_view buffer, size_t at) {
  if (at >= buffer.size()) return std::nullopt;
  const size_t key = buffer[at] == '\\' ? at + 1 : at;
  const size_t middle = std::min(buffer.find('\\', key), buffer.size());
  const size_t value = std::min(middle + 1, buffer.size());
  const size_t end = std::min(buffer.find('\\', value), buffer.size());
  return Pair{at, end, buffer.substr(key, middle - key), buffer.substr(value, end - value)};
}

std::optional<Pair> findPair(std::string_view buffer, std::string_view wanted) {
  for (auto pair = pairAt(buffer, 0); pair; pair = pairAt(buffer, pair->end)) {
    if (pair->key == wanted) return pair;
  }
  return std::nullopt;
}

const char* complaint(std::string_view key, std::string_view value) {
  if (key.empty()) return "the key is empty";
  if (key.size() > kMaxInfoWord || value.size() > kMaxInfoWord) return "keys and values hold at most 127 bytes";
  for (std::string_view word : {key, value}) {
    if (word.find_first_of("\\\"") != std::string_view::npos) return "backslashes and quotes are not allowed";
    if (word.find("..") != std::string_view::npos) return "two dots are not allowed";
  }
  return nullptr;
}

}  // namespace

std::string infoValue(std::string_view buffer, std::string_view key) {
  const auto pair = findPair(buffer, key);
  return pair ? std::string(pair->value) : std::string();
}

void infoRemove(char* buffer, std::string_view key) {
  while (const auto pair = findPair(buffer, key)) {
    const size_t length = std::strlen(buffer);
    std::memmove(buffer + pair->begin, buffer + pair->end, length - pair->end + 1);
  }
}

bool infoSet(const char* function, char* buffer, size_t bytes, std::string_view key, std::string_view value) {
  Console& console = engine().console;
  if (const char* why = complaint(key, value)) {
    console.line("%s: %s", function, why);
    return false;
  }
  const auto old = findPair(buffer, key);
  const size_t freed = old ? old->end - old->begin : 0;
  const size_t needed = value.empty() ? 0 : key.size() + value.size() + 2;
  if (std::strlen(buffer) - freed + needed >= bytes) {
    console.line("%s: no room for '%.*s', the buffer holds %zu bytes", function, static_cast<int>(key.size()),
                 key.data(), bytes);
    return false;
  }
  infoRemove(buffer, key);
  if (!needed) return true;
  // SAFETY: the sum checked above leaves room for both words, their backslashes and the end.
  std::string added = "\\" + std::string(key) + "\\" + std::string(value);
  std::memcpy(buffer + std::strlen(buffer), added.c_str(), added.size() + 1);
  return true;
}

namespace {

char* getInfoKeyBuffer(edict_t* edict) {
  Engine& e = engine();
  if (!edict) return e.server.localInfo();
  const int index = e.edicts.indexOf(edict);
  if (index == 0) return e.server.serverInfo();
  if (Client* client = e.clients.slot(index)) return client->userInfo;
  static char none[1] = "";
  return none;
}

const char* infoKeyValue(const char* buffer, const char* key) {
  // Four answers live at once, as in the real engine, for calls that compare two of them.
  static std::string answers[4];
  static int next = 0;
  if (!buffer || !key) return "";
  std::string& answer = answers[next++ % 4];
  answer = infoValue(buffer, key);
  return answer.c_str();
}

void infoRemoveKey(char* buffer, const char* key) {
  if (!buffer || !key) return;
  if (*key == '*') {
    engine().console.line("Info_RemoveKey: '%s' belongs to the engine; keys with * cannot be removed", key);
    return;
  }
  infoRemove(buffer, key);
}

void setKeyValue(char* buffer, const char* key, const char* value) {
  Engine& e = engine();
  if (!buffer || !key || !value) return;
  if (*key == '*') {
    e.console.line("SetKeyValue: '%s' belongs to the engine; keys with * cannot be set", key);
  } else if (buffer == e.server.localInfo()) {
    infoSet("SetKeyValue", buffer, kLocalInfoBytes, key, value);
  } else if (buffer == e.server.serverInfo()) {
    infoSet("SetKeyValue", buffer, kServerInfoBytes, key, value);
  } else {
    e.sysError("SetKeyValue: the buffer is neither localinfo nor serverinfo; use SetClientKeyValue for clients");
  }
}

// As on real servers: without arguments the command lists all, and an empty value takes the key out.
void localInfoTyped() {
  Engine& e = engine();
  const std::vector<std::string>& words = e.commands.current().words;
  if (words.size() == 1) {
    for (auto pair = pairAt(e.server.localInfo(), 0); pair; pair = pairAt(e.server.localInfo(), pair->end)) {
      e.console.line("%.*s = %.*s", static_cast<int>(pair->key.size()), pair->key.data(),
                     static_cast<int>(pair->value.size()), pair->value.data());
    }
  } else if (words.size() != 3) {
    e.console.line("usage: localinfo [KEY VALUE]");
  } else if (words[1].starts_with('*')) {
    e.console.line("localinfo: '%s' belongs to the engine; keys with * cannot be set", words[1].c_str());
  } else {
    infoSet("localinfo", e.server.localInfo(), kLocalInfoBytes, words[1], words[2]);
  }
}

void setClientKeyValue(int index, char* buffer, const char* key, const char* value) {
  Client* client = engine().clients.slot(index);
  if (!client || !client->isConnected() || buffer != client->userInfo || !key || !value || *key == '*') return;
  infoSet("SetClientKeyValue", client->userInfo, kUserInfoBytes, key, value);
}

}  // namespace

void addInfoCommands(Commands& commands) { commands.add("localinfo", localInfoTyped); }

void addInfoFunctions(enginefuncs_t& table) {
  table.pfnGetInfoKeyBuffer = getInfoKeyBuffer;
  table.pfnInfoKeyValue = infoKeyValue;
  table.pfnInfo_RemoveKey = infoRemoveKey;
  table.pfnSetKeyValue = setKeyValue;
  table.pfnSetClientKeyValue = setClientKeyValue;
}

}  // namespace fake
