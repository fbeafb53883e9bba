// Info buffers: "\key\value\key\value" in a fixed array, as userinfo, serverinfo and localinfo are kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fake {

inline constexpr size_t kUserInfoBytes = 256;
inline constexpr size_t kPhysicsInfoBytes = 256;
inline constexpr size_t kServerInfoBytes = 512;
inline constexpr size_t kLocalInfoBytes = 32768;
inline constexpr size_t kMaxInfoWord = 127;  // longest key or value

// "" for a key that is not there.
std::string infoValue(std::string_view buffer, std::string_view key);
void infoRemove(char* buffer, std::string_view key);
// False, with a line on the console that begins with `function`, if key or value do not fit. An empty value removes the
// key.
bool infoSet(const char* function, char* buffer, size_t bytes, std::string_view key, std::string_view value);

}  // namespace fake
