#include "fake-engine/files.h"

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

struct CloseFile {
  void operator()(FILE* file) const { std::fclose(file); }
};

bool climbs(const std::string& path) {
  const std::string framed = "/" + path + "/";
  return framed.find("/../") != std::string::npos;
}

// The four bytes at `at`, little endian; 0 past the end.
uint32_t dwordAt(const std::vector<uint8_t>& bytes, size_t at) {
  if (at + 4 > bytes.size()) return 0;
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | static_cast<uint32_t>(bytes[at + 3]) << 24;
}

}  // namespace

std::optional<std::string> Files::locate(const std::string& path) const {
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string::npos || climbs(path)) return std::nullopt;
  return root_ + "/" + path;
}

std::optional<std::vector<uint8_t>> Files::read(const std::string& path) const {
  const int bytes = size(path);
  if (bytes < 0) return std::nullopt;
  const std::unique_ptr<FILE, CloseFile> file(std::fopen(locate(path)->c_str(), "rb"));
  if (!file) return std::nullopt;
  std::vector<uint8_t> content(static_cast<size_t>(bytes));
  content.resize(std::fread(content.data(), 1, content.size(), file.get()));
  return content;
}

std::optional<std::string> Files::readText(const std::string& path) const {
  const auto content = read(path);
  if (!content) return std::nullopt;
  return std::string(content->begin(), content->end());
}

std::optional<std::time_t> Files::modified(const std::string& path) const {
  struct stat status {};
  const auto located = locate(path);
  if (!located || stat(located->c_str(), &status) != 0) return std::nullopt;
  return status.st_mtime;
}

int Files::size(const std::string& path) const {
  struct stat status {};
  const auto located = locate(path);
  if (!located || stat(located->c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return -1;
  return static_cast<int>(status.st_size);
}

bool Files::isDirectory(const std::string& path) const {
  struct stat status {};
  const auto located = locate(path);
  return located && stat(located->c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

namespace {

byte* loadFileForMe(const char* path, int* length) {
  if (length) *length = 0;
  const auto content = path ? engine().files.read(path) : std::nullopt;
  if (!content) return nullptr;
  // One byte more, and zero: game code treats what it loads as text.
  auto* buffer = static_cast<byte*>(std::calloc(1, content->size() + 1));
  if (!content->empty()) std::memcpy(buffer, content->data(), content->size());
  if (length) *length = static_cast<int>(content->size());
  return buffer;
}

// SAFETY: the buffer is one that loadFileForMe gave out, or NULL.
void freeFile(void* buffer) { std::free(buffer); }

int compareFileTime(const char* first, const char* second, int* order) {
  if (order) *order = 0;
  if (!first || !second) return 0;
  const auto a = engine().files.modified(first), b = engine().files.modified(second);
  if (!a || !b) return 0;
  if (order) *order = *a < *b ? -1 : *a > *b ? 1 : 0;
  return 1;
}

void getGameDir(char* out) {
  if (!out) return;
  // SAFETY: callers give 256 bytes, the size every engine and game DLL has agreed on.
  constexpr size_t kBytes = 256;
  const std::string& root = engine().files.root();
  const size_t length = root.copy(out, kBytes - 1);
  out[length] = '\0';
}

int getFileSize(const char* path) { return path ? engine().files.size(path) : -1; }

// Play time in milliseconds, from the header of a RIFF file.
unsigned int getApproxWavePlayLen(const char* path) {
  const auto content = path ? engine().files.read(path) : std::nullopt;
  if (!content || content->size() < 44 || std::memcmp(content->data(), "RIFF", 4) != 0) return 0;
  const uint32_t bytesPerSecond = dwordAt(*content, 28);
  const uint32_t bytes = static_cast<uint32_t>(content->size()) - 44;
  return bytesPerSecond ? static_cast<unsigned int>(static_cast<uint64_t>(bytes) * 1000 / bytesPerSecond) : 0;
}

}  // namespace

void addFileFunctions(enginefuncs_t& table) {
  table.pfnLoadFileForMe = loadFileForMe;
  table.pfnFreeFile = freeFile;
  table.pfnCompareFileTime = compareFileTime;
  table.pfnGetGameDir = getGameDir;
  table.pfnGetFileSize = getFileSize;
  table.pfnGetApproxWavePlayLen = getApproxWavePlayLen;
}

}  // namespace fake
