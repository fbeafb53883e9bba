#include "fake-engine/arguments.h"

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace fake {
namespace {

std::optional<int> wholeNumber(const char* word, int low, int high) {
  int number = 0;
  const char* end = word + std::strlen(word);
  const auto parsed = std::from_chars(word, end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number < low || number > high) return std::nullopt;
  return number;
}

void takeNumber(const char* option, const char* word, int low, int high, int& out, std::string& mistake) {
  if (const auto number = wholeNumber(word, low, high)) {
    out = *number;
  } else {
    mistake = std::string(option) + ": must be " + std::to_string(low) + ".." + std::to_string(high) + ", got " + word;
  }
}

void takeSeconds(const char* word, Arguments& arguments) {
  char* end = nullptr;
  arguments.tickSeconds = std::strtof(word, &end);
  const bool isNumber = end != word && *end == '\0';
  if (isNumber && arguments.tickSeconds > 0 && arguments.tickSeconds <= 1) return;
  arguments.mistake = std::string("--tick: must be above 0 and at most 1, got ") + word;
}

void takeStyle(const std::string& word, Arguments& arguments) {
  if (word == "hlds") arguments.style.engines = Engines::kHlds;
  else if (word != "xash") arguments.mistake = "--style: must be xash or hlds, got " + word;
}

void take(const std::string& option, const char* word, Arguments& arguments) {
  constexpr int kMostFrames = 1'000'000'000;
  if (option == "--library") {
    arguments.library = word;
  } else if (option == "--game") {
    arguments.gameDirectory = word;
  } else if (option == "--map") {
    arguments.map = word;
  } else if (option == "--exec") {
    arguments.exec = word;
  } else if (option == "--maxplayers") {
    takeNumber("--maxplayers", word, 1, 32, arguments.maxPlayers, arguments.mistake);
  } else if (option == "--bots") {
    takeNumber("--bots", word, 0, 32, arguments.bots, arguments.mistake);
  } else if (option == "--frames") {
    takeNumber("--frames", word, 0, kMostFrames, arguments.frames.emplace(), arguments.mistake);
  } else if (option == "--games") {
    takeNumber("--games", word, 1, kMostFrames, arguments.games, arguments.mistake);
  } else if (option == "--frame-cost") {
    takeNumber("--frame-cost", word, 1, kMostFrames, arguments.costFrames, arguments.mistake);
  } else if (option == "--tick") {
    takeSeconds(word, arguments);
  } else if (option == "--style") {
    takeStyle(word, arguments);
  } else if (option == "--api") {
    int api = 2;
    takeNumber("--api", word, 1, 2, api, arguments.mistake);
    arguments.style.usesOldApi = api == 1;
  } else {
    arguments.mistake = option + ": no such option; see --help";
  }
}

}  // namespace

Arguments parseArguments(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count && arguments.mistake.empty(); ++i) {
    const std::string option = words[i];
    if (option == "--help") {
      arguments.wantsHelp = true;
      return arguments;
    }
    if (option.starts_with('+')) {
      arguments.commandLine.assign(words + i, words + count);
      break;
    }
    if (option == "--crash-handler") {
      arguments.hasCrashHandler = true;
    } else if (i + 1 == count) {
      arguments.mistake = option + ": needs a value; see --help";
    } else {
      take(option, words[++i], arguments);
    }
  }
  if (arguments.mistake.empty() && (arguments.library.empty() || arguments.gameDirectory.empty())) {
    arguments.mistake = "--library and --game are needed; see --help";
  }
  return arguments;
}

}  // namespace fake
