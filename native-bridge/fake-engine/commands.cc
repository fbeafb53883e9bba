#include "fake-engine/commands.h"

#include <algorithm>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

constexpr size_t kMaxLinesAtOnce = 10000;  // an exec file that runs itself ends here

std::vector<std::string> splitLines(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  bool isQuoted = false;
  for (const char c : text) {
    if (c == '"') isQuoted = !isQuoted;
    if (c == '\n' || c == '\r' || (c == ';' && !isQuoted)) {
      if (!line.empty()) lines.push_back(std::move(line));
      line.clear();
      if (c != ';') isQuoted = false;
    } else {
      line += c;
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

bool isSpace(char c) { return static_cast<unsigned char>(c) <= ' '; }

// Takes the next word off the front of `text`; false at the end of the line or at a comment.
bool takeWord(std::string_view& text, std::string& word) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  if (text.empty() || text.starts_with("//")) return false;
  size_t end = 0;
  if (text.front() == '"') {
    text.remove_prefix(1);
    end = std::min(text.find('"'), text.size());
    word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return true;
  }
  while (end < text.size() && !isSpace(text[end]) && text[end] != '"') ++end;
  word = text.substr(0, end);
  text.remove_prefix(end);
  return true;
}

}  // namespace

bool Commands::add(std::string name, Handler handler) {
  if (handlers_.contains(name) || engine().cvars.find(name)) return false;
  handlers_.emplace(std::move(name), std::move(handler));
  return true;
}

bool Commands::find(std::string_view name) const { return handlers_.contains(std::string(name)); }

std::vector<std::string> Commands::names() const {
  std::vector<std::string> names;
  for (const auto& [name, handler] : handlers_) names.push_back(name);
  return names;
}

void Commands::queue(std::string_view text) {
  for (std::string& line : splitLines(text)) lines_.push_back(std::move(line));
}

void Commands::queueFirst(std::string_view text) {
  std::vector<std::string> lines = splitLines(text);
  lines_.insert(lines_.begin(), lines.begin(), lines.end());
}

void Commands::execute() {
  for (size_t count = 0; !lines_.empty(); ++count) {
    if (count == kMaxLinesAtOnce) {
      engine().console.line("exec: %zu lines in one go; the rest is dropped, look for a file that runs itself", count);
      lines_.clear();
      return;
    }
    const std::string line = std::move(lines_.front());
    lines_.pop_front();
    run(line);
  }
}

void Commands::run(std::string_view line) {
  with(line, [this] {
    if (current_->words.empty()) return;
    const auto found = handlers_.find(current_->words[0]);
    if (found != handlers_.end()) {
      // A copy: the handler may register commands.
      const Handler handler = found->second;
      handler();
    } else if (!engine().cvars.command(current_->words)) {
      engine().console.line("Unknown command: %s", current_->words[0].c_str());
    }
  });
}

void Commands::with(std::string_view line, const std::function<void()>& body) {
  const CommandLine words = tokenize(line);
  const CommandLine* outer = current_;
  current_ = &words;
  body();
  current_ = outer;
}

CommandLine Commands::tokenize(std::string_view line) const {
  CommandLine result;
  if (line.size() > kMaxLine) {
    engine().console.line("command line: longer than %zu bytes; the rest is left out", kMaxLine);
    line = line.substr(0, kMaxLine);
  }
  std::string word;
  while (takeWord(line, word)) {
    if (result.words.size() == kMaxWords) {
      engine().console.line("%s: more than %zu words; the rest is left out", result.words[0].c_str(), kMaxWords);
      break;
    }
    result.words.push_back(word);
    if (result.words.size() == 1) {
      while (!line.empty() && isSpace(line.front())) line.remove_prefix(1);
      result.rest = line;
    }
  }
  return result;
}

namespace {

const char* cmdArgs() { return engine().commands.current().rest.c_str(); }

const char* cmdArgv(int index) {
  const auto& words = engine().commands.current().words;
  return index >= 0 && static_cast<size_t>(index) < words.size() ? words[static_cast<size_t>(index)].c_str() : "";
}

int cmdArgc() { return static_cast<int>(engine().commands.current().words.size()); }

void addServerCommand(const char* name, void (*function)()) {
  Engine& e = engine();
  if (!name || !*name || !function) {
    e.console.line("AddServerCommand: a command needs a name and a function");
  } else if (!e.commands.add(name, function)) {
    e.console.line("AddServerCommand: %s is taken by a command or cvar; pick another name", name);
  }
}

void serverCommand(const char* text) {
  if (text) engine().commands.queue(text);
}

void serverExecute() { engine().commands.execute(); }

}  // namespace

void addCommandFunctions(enginefuncs_t& table) {
  table.pfnCmd_Args = cmdArgs;
  table.pfnCmd_Argv = cmdArgv;
  table.pfnCmd_Argc = cmdArgc;
  table.pfnAddServerCommand = addServerCommand;
  table.pfnServerCommand = serverCommand;
  table.pfnServerExecute = serverExecute;
}

}  // namespace fake
