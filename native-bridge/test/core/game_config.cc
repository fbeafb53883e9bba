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

TEST("a config.ini that is not there says nothing") {
  const mm::GameConfig config = mm::readGameConfig("/no/such/folder");
  CHECK_EQ(config.gameDll, "");
}
