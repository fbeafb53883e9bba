// CRC-32 with the reversed polynomial 0xEDB88320, the one of zip files.
#include <array>
#include <cstddef>

#include "fake-engine/engine_table.h"

namespace fake {
namespace {

constexpr std::array<CRC32_t, 256> makeTable() {
  std::array<CRC32_t, 256> table{};
  for (CRC32_t i = 0; i < 256; ++i) {
    CRC32_t crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
    table[i] = crc;
  }
  return table;
}

constexpr std::array<CRC32_t, 256> kTable = makeTable();

void init(CRC32_t* crc) { *crc = 0xFFFFFFFFu; }

void processByte(CRC32_t* crc, byte value) { *crc = (*crc >> 8) ^ kTable[(*crc ^ value) & 255]; }

void processBuffer(CRC32_t* crc, const void* buffer, int length) {
  // SAFETY: the caller promises `length` readable bytes.
  const auto* bytes = static_cast<const byte*>(buffer);
  for (int i = 0; i < length; ++i) processByte(crc, bytes[i]);
}

CRC32_t finish(CRC32_t crc) { return ~crc; }

}  // namespace

void addChecksumFunctions(enginefuncs_t& table) {
  table.pfnCRC32_Init = init;
  table.pfnCRC32_ProcessByte = processByte;
  table.pfnCRC32_ProcessBuffer = processBuffer;
  table.pfnCRC32_Final = finish;
}

}  // namespace fake
