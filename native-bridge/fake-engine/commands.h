// Console command lines: a queue of text, the tokeniser, and the functions registered by name. The words of the line
// being run are what Cmd_Argc, Cmd_Argv and Cmd_Args show.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fake-engine/cvars.h"

namespace fake {

struct CommandLine {
  std::vector<std::string> words;
  std::string rest;  // everything after the first word, as typed
};

class Commands {
 public:
  static constexpr size_t kMaxWords = 80;
  static constexpr size_t kMaxLine = 1023;

  using Handler = std::function<void()>;

  // False if the name is taken by a command or cvar.
  bool add(std::string name, Handler handler);
  bool find(std::string_view name) const;
  std::vector<std::string> names() const;

  // Queues text that may hold several lines, parted by newlines or by `;` outside quotes.
  void queue(std::string_view text);
  // Puts text before everything queued, as `exec` does.
  void queueFirst(std::string_view text);
  // Runs all queued lines, and those they queue.
  void execute();
  void run(std::string_view line);

  // Calls `body` while Cmd_Argc and the others show the words of `line`.
  void with(std::string_view line, const std::function<void()>& body);
  const CommandLine& current() const { return *current_; }
  CommandLine tokenize(std::string_view line) const;

 private:
  std::map<std::string, Handler, NoCase> handlers_;
  std::deque<std::string> lines_;
  CommandLine none_;
  const CommandLine* current_ = &none_;
};

}  // namespace fake
