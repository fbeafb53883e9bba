// The server's console, as lines. C code prints pieces of lines; whoever shows them gets whole ones.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace fake {

using Print = std::function<void(const std::string& line)>;

// The text that `format` and its arguments make, however long.
std::string formatText(const char* format, va_list arguments);

class Console {
 public:
  void open(Print print) { print_ = std::move(print); }
  void write(std::string_view text);
  // One whole line; the newline is added.
  __attribute__((format(printf, 2, 3))) void line(const char* format, ...);
  // A line of the server log, with its date, as GoldSrc writes it. Says nothing after `log off`.
  void log(std::string_view text, bool isEchoed = true);
  const std::deque<std::string>& logged() const { return logged_; }
  void setLogging(bool on) { logging_ = on; }
  // Prints what still waits for its newline.
  void flush();

 private:
  Print print_;
  std::string pending_;
  bool logging_ = true;
  std::deque<std::string> logged_;  // the last lines
};

}  // namespace fake
