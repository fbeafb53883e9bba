// Lines of the core itself, for the server's log.
#pragma once

#include <string>

namespace mm {

void report(const std::string& line);

// A line in the engine's log, which adds time and date.
void writeLog(const std::string& line);

// The same for a line that stands at the console already: engines repeat their log there.
void recordLog(const std::string& line);

// A line on the server's console only.
void printConsole(const std::string& line);

}  // namespace mm
