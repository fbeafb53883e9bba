#include "session.h"

using namespace fake;

namespace {

int calls = 0;
void countCall() { ++calls; }

std::vector<std::string> seenWords;
void keepWords() {
  const enginefuncs_t& call = engine().table;
  seenWords.clear();
  for (int i = 0; i < call.pfnCmd_Argc(); ++i) seenWords.push_back(call.pfnCmd_Argv(i));
}

}  // namespace

TEST("a command sees its words, with quotes taken off") {
  Session session;
  session.call().pfnAddServerCommand("words", keepWords);
  session.type("words one \"two three\"  \"\" four // a remark");
  CHECK_EQ(seenWords.size(), 5u);
  CHECK_EQ(seenWords[2], "two three");
  CHECK_EQ(seenWords[3], "");
  CHECK_EQ(seenWords[4], "four");
}

TEST("a semicolon parts commands, except inside quotes") {
  Session session;
  session.call().pfnAddServerCommand("words", keepWords);
  session.type("echo first; words \"a;b\"");
  CHECK(session.printed("first"));
  CHECK_EQ(seenWords[1], "a;b");
}

TEST("an address with slashes is one word") {
  Session session;
  session.call().pfnAddServerCommand("words", keepWords);
  session.type("words http://example.org/x");
  CHECK_EQ(seenWords[1], "http://example.org/x");
}

TEST("a command with 100 words gets 80 of them and one clear line says so") {
  Session session;
  session.call().pfnAddServerCommand("words", keepWords);
  std::string line = "words";
  for (int i = 0; i < 99; ++i) line += " w";
  session.type(line);
  CHECK_EQ(seenWords.size(), 80u);
  CHECK(session.printed("words: more than 80 words; the rest is left out"));
}

TEST("an unknown command is named") {
  Session session;
  session.type("nosuchthing at all");
  CHECK(session.printed("Unknown command: nosuchthing"));
}

TEST("names of commands ignore case") {
  Session session;
  session.type("EcHo loud");
  CHECK(session.printed("loud"));
}

TEST("a name cannot be registered twice") {
  Session session;
  calls = 0;
  session.call().pfnAddServerCommand("once", countCall);
  session.call().pfnAddServerCommand("once", keepWords);
  session.call().pfnAddServerCommand("developer", countCall);
  CHECK(session.printed("AddServerCommand: once is taken"));
  CHECK(session.printed("AddServerCommand: developer is taken"));
  session.type("once");
  CHECK_EQ(calls, 1);
}

TEST("a command that runs another finds its own words again") {
  Session session;
  static std::string after;
  session.call().pfnAddServerCommand("outer", [] {
    engine().table.pfnServerCommand("echo inner\n");
    engine().table.pfnServerExecute();
    after = engine().table.pfnCmd_Argv(1);
  });
  session.type("outer mine");
  CHECK(session.printed("inner"));
  CHECK_EQ(after, "mine");
}

TEST("exec runs a file of the game directory, and a file that runs itself is stopped") {
  Session session({.files = {{"a.cfg", "echo from the file\necho and again"}, {"loop.cfg", "exec loop.cfg"}}});
  session.type("exec a.cfg; exec missing.cfg; exec ../a.cfg");
  CHECK(session.printed("from the file"));
  CHECK(session.printed("and again"));
  CHECK(session.printed("exec: 'missing.cfg' is not below the game directory"));
  CHECK(session.printed("exec: '../a.cfg' is not below the game directory"));
  session.type("exec loop.cfg");
  CHECK(session.printed("look for a file that runs itself"));
}

TEST("server.cfg runs with each map") {
  Session session({.files = {{"server.cfg", "echo configured"}}});
  session.frames(1);
  CHECK(session.printed("configured"));
}

TEST("text without a newline waits for the rest of its line") {
  Session session;
  session.call().pfnServerPrint("half ");
  CHECK(!session.printed("half"));
  session.call().pfnServerPrint("a line\n");
  CHECK(session.printed("half a line"));
}

TEST("a text of any length is printed whole, with its numbers formatted") {
  Session session;
  const std::string longText(5000, 'x');
  session.call().pfnAlertMessage(at_logged, "%s %d %.2f\n", longText.c_str(), 7, 0.25);
  CHECK(session.printed(longText + " 7 0.25"));
}

TEST("alerts other than logged ones are shown to developers only") {
  Session session;
  session.call().pfnAlertMessage(at_console, "quiet\n");
  CHECK(!session.printed("quiet"));
  session.type("developer 1");
  session.call().pfnAlertMessage(at_warning, "careful\n");
  CHECK(session.printed("WARNING:  careful"));
}

TEST("status names the game from the first frame on") {
  Session session;
  session.type("status");
  CHECK(session.printed("game    :  Metamod Test Game"));
}

TEST("status lists who is connected") {
  Session session;
  session.join("Bob");
  session.type("status");
  CHECK(session.printed("players :  1 active (4 max)"));
  CHECK(session.printed("\"Bob\" 1 STEAM_0:1:1001"));
}
