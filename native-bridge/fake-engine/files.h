// Files below the game directory, and nowhere else.
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

namespace fake {

class Files {
 public:
  void open(std::string gameDirectory) { root_ = std::move(gameDirectory); }
  const std::string& root() const { return root_; }
  // Nothing for a file that is missing, and for a path that is absolute or climbs with `..`.
  std::optional<std::vector<uint8_t>> read(const std::string& path) const;
  std::optional<std::string> readText(const std::string& path) const;
  std::optional<std::time_t> modified(const std::string& path) const;
  // -1 if there is no such file.
  int size(const std::string& path) const;
  bool isDirectory(const std::string& path) const;

 private:
  std::optional<std::string> locate(const std::string& path) const;
  std::string root_;
};

}  // namespace fake
