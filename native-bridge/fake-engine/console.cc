#include "fake-engine/console.h"

#include <cstdarg>
#include <cstdio>
#include <ctime>

namespace fake {

std::string formatText(const char* format, va_list arguments) {
  va_list measured;
  va_copy(measured, arguments);
  const int length = std::vsnprintf(nullptr, 0, format, measured);
  va_end(measured);
  if (length < 0) return {};
  std::string text(static_cast<size_t>(length) + 1, '\0');
  std::vsnprintf(text.data(), text.size(), format, arguments);
  text.resize(static_cast<size_t>(length));
  return text;
}

void Console::write(std::string_view text) {
  for (size_t end; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1)) {
    pending_.append(text.substr(0, end));
    // Moved out first: printing may lead to more printing.
    const std::string whole = std::move(pending_);
    pending_.clear();
    if (print_) print_(whole);
  }
  pending_.append(text);
}

void Console::line(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatText(format, arguments);
  va_end(arguments);
  flush();
  write(text + "\n");
}

void Console::log(std::string_view text, bool isEchoed) {
  if (!logging_) return;
  const std::time_t now = std::time(nullptr);
  char date[32];
  std::strftime(date, sizeof date, "L %m/%d/%Y - %H:%M:%S: ", std::localtime(&now));
  constexpr std::size_t kKept = 1000;
  if (logged_.size() == kKept) logged_.pop_front();
  if (text.ends_with('\n')) text.remove_suffix(1);
  logged_.push_back(date + std::string(text));
  if (isEchoed) line("%s", logged_.back().c_str());
}

void Console::flush() {
  if (!pending_.empty()) write("\n");
}

}  // namespace fake
