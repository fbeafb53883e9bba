#include <cstring>

#include "session.h"

using namespace fake;

TEST("a file is loaded with a zero behind it") {
  Session session({.files = {{"text/a.txt", "hello"}}});
  int length = 0;
  byte* content = session.call().pfnLoadFileForMe("text/a.txt", &length);
  CHECK(content != nullptr);
  CHECK_EQ(length, 5);
  CHECK_EQ(reinterpret_cast<const char*>(content), "hello");
  session.call().pfnFreeFile(content);
  CHECK_EQ(session.call().pfnGetFileSize("text/a.txt"), 5);
}

TEST("a path that leaves the game directory is no file") {
  Session session({.files = {{"a.txt", "x"}}});
  for (const char* path : {"../a.txt", "/etc/hostname", "b/../../a.txt", "..", "", "missing.txt"}) {
    int length = 9;
    CHECK(session.call().pfnLoadFileForMe(path, &length) == nullptr);
    CHECK_EQ(length, 0);
    CHECK_EQ(session.call().pfnGetFileSize(path), -1);
  }
}

TEST("two files are compared by age") {
  Session session({.files = {{"a.txt", "x"}, {"b.txt", "x"}}});
  int order = 9;
  CHECK_EQ(session.call().pfnCompareFileTime("a.txt", "a.txt", &order), 1);
  CHECK_EQ(order, 0);
  CHECK_EQ(session.call().pfnCompareFileTime("a.txt", "missing.txt", &order), 0);
}

TEST("the game directory is told") {
  Session session;
  char directory[256];
  session.call().pfnGetGameDir(directory);
  CHECK(std::strstr(directory, "/tmp/fake-engine-") == directory);
}

TEST("the CRC of the usual example is the usual one") {
  Session session;
  CRC32_t crc = 0;
  session.call().pfnCRC32_Init(&crc);
  session.call().pfnCRC32_ProcessBuffer(&crc, "12345678", 8);
  session.call().pfnCRC32_ProcessByte(&crc, '9');
  CHECK_EQ(session.call().pfnCRC32_Final(crc), 0xCBF43926u);
}

TEST("the length of a sound is read from its header") {
  std::string wave(44 + 22050, '\0');
  std::memcpy(wave.data(), "RIFF", 4);
  const uint32_t bytesPerSecond = 11025;
  std::memcpy(wave.data() + 28, &bytesPerSecond, 4);
  Session session({.files = {{"sound/a.wav", wave}}});
  CHECK_EQ(session.call().pfnGetApproxWavePlayLen("sound/a.wav"), 2000u);
}
