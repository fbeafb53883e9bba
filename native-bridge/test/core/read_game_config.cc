// Reads config.ini texts as the core does, for a test of the loader that compares (packages/loader/test). In: for each
// text its length, a line end and the text. Out: for each its game DLL, its Node library and whether to search, each
// with its length and a line end before it.
#include "core/game_config.h"

#include <cstddef>
#include <cstdio>

namespace {

void write(const std::string& text) {
  std::printf("%zu\n", text.size());
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace

int main() {
  std::size_t length = 0;
  while (std::scanf("%zu", &length) == 1 && std::getchar() == '\n') {
    std::string text(length, '\0');
    if (std::fread(text.data(), 1, length, stdin) != length) return 1;
    const mm::GameConfig config = mm::parseGameConfig(text);
    write(config.gameDll);
    write(config.libnode);
    write(config.autodetect ? "yes" : "no");
  }
  return 0;
}
