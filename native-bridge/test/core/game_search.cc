// How the real game DLL is found: in game directories made of the test libraries.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "test/core/server.h"

namespace {

namespace fs = std::filesystem;

// A server in a game directory of this name, which is gone after the test. The libraries below are those of the tests.
class Game {
 public:
  explicit Game(const char* name) {
    server.gameDirectory = root_ / name;
    fs::create_directories(root_ / name / "dlls");
  }
  ~Game() { fs::remove_all(root_); }

  std::string path(const std::string& below) const { return fs::path(server.gameDirectory) / below; }
  void put(const char* library, const std::string& below) const { fs::copy_file(besideProgram(library), path(below)); }
  void write(const std::string& below, const std::string& bytes) const {
    std::ofstream(path(below), std::ios::binary | std::ios::app) << bytes;
  }
  mm::FoundGame find(const char* named = "", bool autodetect = true) {
    return server.core.findGameDll(named, autodetect);
  }

 private:
  Server server;
  const fs::path root_ = fs::temp_directory_path() / ("metamod-" + std::to_string(std::random_device{}()));
};

std::string joined(const mm::FoundGame& found) {
  std::string all;
  for (const std::string& line : found.tried) all += line + "\n";
  return all;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

#if defined(__x86_64__)
constexpr const char* kKnown = "dlls/cs_amd64.so";
#elif defined(__i386__)
constexpr const char* kKnown = "dlls/cs_i386.so";
#else
constexpr const char* kKnown = "dlls/cs_arm64.so";
#endif

}  // namespace

TEST("a game DLL that is named is taken as it is named, also where there is none") {
  Game game("cstrike");
  game.put("test_game.so", "dlls/cs.so");
  for (const bool autodetect : {true, false}) {
    const mm::FoundGame found = game.find("dlls/no.so", autodetect);
    CHECK_EQ(found.path, game.path("dlls/no.so"));
    CHECK_EQ(found.source, "config");
  }
  CHECK_EQ(game.find("/elsewhere/a.so").path, "/elsewhere/a.so");
}

TEST("METAMOD_GAMEDLL goes before what is named, and is relative to the game directory too") {
  Game game("cstrike");
  setenv("METAMOD_GAMEDLL", "dlls/mine.so", 1);
  const mm::FoundGame found = game.find("dlls/no.so");
  unsetenv("METAMOD_GAMEDLL");
  CHECK_EQ(found.path, game.path("dlls/mine.so"));
  CHECK_EQ(found.source, "environment");
}

TEST("the library of a known game is found by the folder's name in any case, with this machine's suffix before none") {
  Game game("CStrike");
  game.put("test_game.so", "dlls/other.so");
  game.put("test_game.so", kKnown);
  CHECK_EQ(game.find().path, game.path(kKnown));
  CHECK_EQ(game.find().source, "known");
  if (sizeof(void*) == 8) {
    game.put("test_game.so", "dlls/cs.so");
    CHECK_EQ(game.find().path, game.path(kKnown));
  }
}

TEST("a known name that is no game DLL of this machine is passed over, and the next is tried") {
  Game game("cstrike");
  game.write(kKnown, "This is no library.");
  game.put("test_game.so", "dlls/cs.so");
  CHECK_EQ(game.find().path, game.path("dlls/cs.so"));
}

TEST("the game DLL of a game that nobody knows is found by its exports, in dlls before the game directory itself") {
  Game game("my_own_game");
  game.put("plugin_a.so", "dlls/a_plugin.so");
  game.put("missing_attach.so", "dlls/another_plugin.so");
  game.put("metamod.so", "dlls/metamod.so");
  game.put("old_game.so", "game_below.so");
  game.write("dlls/text.so", "This is no library.");
  game.write("dlls/readme.txt", "nor is this");
  fs::create_directories(game.path("dlls/folder.so"));
  CHECK_EQ(game.find().path, game.path("game_below.so"));
  CHECK_EQ(game.find().source, "search");
  game.put("test_game.so", "dlls/mine.so");
  CHECK_EQ(game.find().path, game.path("dlls/mine.so"));
}

TEST("where nothing is found, everything that was looked at is named with what is wrong with it") {
  Game game("cstrike");
  game.put("plugin_a.so", "dlls/plugin.so");
  game.put("metamod.so", "dlls/us.so");
  game.put("xash_game.so", "dlls/hostile.so");
  game.write("dlls/hostile.so", std::string("Meta_Attach\0", 12));
  game.write("dlls/text.so", "This is no library.");
  game.put("class_a.so", "dlls/half.so");
  fs::create_directories(game.path("dlls/folder.so"));
  fs::create_symlink("nowhere", game.path("dlls/link.so"));
  const mm::FoundGame found = game.find();
  CHECK_EQ(found.path, "");
  CHECK_EQ(found.source, "");
  const std::string tried = joined(found);
  CHECK(has(tried, game.path(kKnown) + ": no such file\n"));
  CHECK(has(tried, game.path("dlls/plugin.so") + ": is a plugin of Metamod\n"));
  CHECK(has(tried, game.path("dlls/us.so") + ": is Metamod itself\n"));
  CHECK(has(tried, game.path("dlls/hostile.so") + ": is another Metamod\n"));
  CHECK(has(tried, game.path("dlls/text.so") + ": is not a Linux library."));
  CHECK(has(tried, game.path("dlls/folder.so") + ": is no file\n"));
  CHECK(has(tried, game.path("dlls/link.so") + ": no such file\n"));
  CHECK(has(tried, game.path("dlls/half.so") + ": "));
  CHECK(has(tried, game.path("") + ": has no libraries") || has(tried, "cstrike: has no libraries"));
}

TEST("a library that was cut off is passed over as damaged") {
  Game game("my_own_game");
  game.put("test_game.so", "dlls/cut.so");
  fs::resize_file(game.path("dlls/cut.so"), 8192);
  CHECK(has(joined(game.find()), game.path("dlls/cut.so") + ": is damaged, shorter than its headers say\n"));
}

TEST("two libraries that look like the game are both named and neither is taken, unless they are one file") {
  Game game("my_own_game");
  game.put("test_game.so", "dlls/a.so");
  fs::create_symlink("a.so", game.path("dlls/link.so"));
  CHECK_EQ(game.find().path, game.path("dlls/a.so"));
  game.put("old_game.so", "dlls/b.so");
  const mm::FoundGame found = game.find();
  CHECK_EQ(found.path, "");
  for (const char* const each : {"dlls/a.so", "dlls/b.so"}) {
    CHECK(has(joined(found), game.path(each) + ": may be the game, but so may another\n"));
  }
}

TEST("nothing is searched where that is switched off, and the answer says so") {
  Game game("cstrike");
  game.put("test_game.so", "dlls/cs.so");
  const mm::FoundGame found = game.find("", false);
  CHECK_EQ(found.path, "");
  CHECK_EQ(joined(found), "nothing was searched, because 'autodetect' is off\n");
}

TEST("a game directory that is not there, or empty, has no game DLL") {
  Game game("my_own_game");
  CHECK_EQ(game.find().path, "");
  fs::remove_all(game.path(""));
  CHECK_EQ(game.find().path, "");
}
