// config.ini as the core reads it. The loader's reading of the same syntax is tested beside config-ini.ts.
#include "core/game_config.h"

#include "test/check.h"

using mm::parseGameConfig;

TEST("config.ini's game DLL and Node library are read, keys in any case and blanks around values dropped") {
  const mm::GameConfig config = parseGameConfig("gamedll dlls/cs.so\n  LibNode\t/opt/lib node.so  \n");
  CHECK_EQ(config.gameDll, "dlls/cs.so");
  CHECK_EQ(config.libnode, "/opt/lib node.so");
}

TEST("comments, other keys, keys without a value, a byte order mark and Windows line ends do not disturb") {
  const mm::GameConfig config =
      parseGameConfig("\xEF\xBB\xBFgamedll a.so\r\n# gamedll b.so\r\n; gamedll c.so\r\n//gamedll d.so\r\n\r\n"
                      "gamedlls e.so\r\ngamedll\r\nplugins_file f.ini");
  CHECK_EQ(config.gameDll, "a.so");
  CHECK_EQ(config.libnode, "");
}

TEST("the last line of a key counts") {
  CHECK_EQ(parseGameConfig("gamedll a.so\ngamedll b.so").gameDll, "b.so");
}

TEST("a value in quotes is read without them, and one with a quote too few or too many says nothing") {
  CHECK_EQ(parseGameConfig("gamedll \"my dlls/a.so\"").gameDll, "my dlls/a.so");
  for (const char* const text : {"gamedll \"a.so", "gamedll \"a\" b", "gamedll \"", "gamedll \"\""}) {
    CHECK_EQ(parseGameConfig(text).gameDll, "");
  }
}

TEST("a line with a NUL byte in it says nothing, and the others count") {
  const mm::GameConfig config = parseGameConfig(std::string("gamedll a\0b\nlibnode /n.so", 25));
  CHECK_EQ(config.gameDll, "");
  CHECK_EQ(config.libnode, "/n.so");
}

TEST("whether to search for the game DLL is read in every word for yes and no, and other words change nothing") {
  for (const char* const no : {"no", "FALSE", "off", "0", "\"no\""}) {
    CHECK(!parseGameConfig(std::string("autodetect ") + no).autodetect);
  }
  for (const char* const yes : {"yes", "True", "ON", "1"}) {
    CHECK(parseGameConfig(std::string("autodetect no\nautodetect ") + yes).autodetect);
  }
  CHECK(parseGameConfig("autodetect maybe").autodetect);
  CHECK(!parseGameConfig("autodetect no\nautodetect maybe").autodetect);
}

TEST("a config.ini that is not there, or is a folder, says nothing") {
  CHECK_EQ(mm::readGameConfig("/no/such/config.ini").gameDll, "");
  CHECK_EQ(mm::readGameConfig("/").gameDll, "");
}
