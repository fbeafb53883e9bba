// Reads cases as numbers from standard input (how many, then each with its length) and writes what was seen in each, in
// the same form. With --list it tells which functions take part, in the order of their places.
#include <cstdio>
#include <cstring>
#include <vector>

#include "test/differential/cases.h"
#include "test/differential/functions.h"
#include "test/differential/plugins.h"

namespace differential {
namespace {

std::vector<int32_t> readAll() {
  std::vector<int32_t> words;
  int32_t block[4096];
  while (const std::size_t count = std::fread(block, sizeof(int32_t), std::size(block), stdin)) {
    words.insert(words.end(), block, block + count);
  }
  return words;
}

void write(const std::vector<int32_t>& words) {
  const auto count = static_cast<int32_t>(words.size());
  std::fwrite(&count, sizeof count, 1, stdout);
  std::fwrite(words.data(), sizeof(int32_t), words.size(), stdout);
}

void list() {
  std::printf("[");
  const char* separator = "\n";
  for (const Listed& function : functions()) {
    std::printf("%s  { \"id\": %d, \"name\": \"%s\", \"hasReal\": %s, \"hasResult\": %s }", separator, function.id,
                function.name, function.hasReal ? "true" : "false", function.hasResult ? "true" : "false");
    separator = ",\n";
  }
  std::printf("\n]\n");
}

void runAll() {
  const std::vector<int32_t> words = readAll();
  startServer();
  std::size_t at = 1;
  for (int32_t i = 0; i < words.at(0); ++i) {
    const auto length = static_cast<std::size_t>(words.at(at));
    write(run(readCase(&words.at(at + 1))));
    at += 1 + length;
  }
  stopServer();
}

}  // namespace
}  // namespace differential

int main(int argc, char** argv) {
  if (argc > 1 && std::strcmp(argv[1], "--list") == 0) differential::list();
  else differential::runAll();
  return 0;
}
