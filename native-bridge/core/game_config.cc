#include "core/game_config.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

namespace mm {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\v\f";
constexpr std::string_view kLineEnds = "\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// A comment takes a whole line, because paths may hold any of its signs.
bool isComment(std::string_view line) {
  return line.starts_with('#') || line.starts_with(';') || line.starts_with("//");
}

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  std::transform(lower.begin(), lower.end(), lower.begin(), lowered);
  return lower;
}

// A value may stand in double quotes. Empty where it is none.
std::string_view unquoted(std::string_view value) {
  if (!value.starts_with('"')) return value;
  const bool isQuoted = value.find('"', 1) == value.size() - 1;
  return isQuoted ? value.substr(1, value.size() - 2) : std::string_view();
}

// A key without a value changes nothing; the last line of a key counts.
void readLine(std::string_view line, GameConfig& config) {
  const std::size_t keyEnd = std::min(line.find_first_of(kBlanks), line.size());
  const std::string_view value = unquoted(trimmed(line.substr(keyEnd)));
  // A file with NUL bytes is no text, or one of 16-bit characters.
  if (value.empty() || line.find('\0') != line.npos) return;
  const std::string key = lowerCase(line.substr(0, keyEnd));
  if (key == "gamedll") config.gameDll = value;
  if (key == "libnode") config.libnode = value;
  if (key == "autodetect") parseBoolean(value, config.autodetect);
}

}  // namespace

bool parseBoolean(std::string_view text, bool& value) {
  const std::string word = lowerCase(text);
  const auto isOneOf = [&word](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const bool isYes = isOneOf({"yes", "true", "on", "1"});
  if (!isYes && !isOneOf({"no", "false", "off", "0"})) return false;
  value = isYes;
  return true;
}

GameConfig parseGameConfig(const std::string& text) {
  GameConfig config;
  std::string_view rest = text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(kLineEnds), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    if (!isComment(line)) readLine(line, config);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return config;
}

GameConfig readGameConfig(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  return parseGameConfig(text.str());
}

}  // namespace mm
