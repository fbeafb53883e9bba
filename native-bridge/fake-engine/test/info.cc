#include <cstring>

#include "session.h"

using namespace fake;

TEST("keys are set, replaced, removed and read") {
  Session session;
  char buffer[64] = "";
  CHECK(infoSet("test", buffer, sizeof buffer, "a", "1"));
  CHECK(infoSet("test", buffer, sizeof buffer, "b", "2"));
  CHECK(infoSet("test", buffer, sizeof buffer, "a", "3"));
  CHECK_EQ(infoValue(buffer, "a"), "3");
  CHECK_EQ(infoValue(buffer, "b"), "2");
  session.call().pfnInfo_RemoveKey(buffer, "a");
  CHECK_EQ(static_cast<const char*>(buffer), "\\b\\2");
  CHECK(infoSet("test", buffer, sizeof buffer, "b", ""));
  CHECK_EQ(static_cast<const char*>(buffer), "");
}

TEST("a value that does not fit leaves the buffer as it was") {
  Session session;
  char buffer[16] = "\\a\\1";
  CHECK(!infoSet("test", buffer, sizeof buffer, "b", "12345678901"));
  CHECK_EQ(static_cast<const char*>(buffer), "\\a\\1");
  CHECK(session.printed("test: no room for 'b', the buffer holds 16 bytes"));
}

TEST("backslashes, quotes, two dots and words over 127 bytes are refused") {
  Session session;
  char buffer[256] = "";
  for (const char* bad : {"a\\b", "a\"b", "a..b"}) CHECK(!infoSet("test", buffer, sizeof buffer, "key", bad));
  CHECK(!infoSet("test", buffer, sizeof buffer, std::string(300, 'k'), "v"));
  CHECK_EQ(static_cast<const char*>(buffer), "");
}

TEST("localinfo and serverinfo may be set, a client's buffer only by its own function") {
  Session session;
  const int bob = session.join("Bob");
  char* local = session.call().pfnGetInfoKeyBuffer(nullptr);
  session.call().pfnSetKeyValue(local, "key", "value");
  CHECK_EQ(session.call().pfnInfoKeyValue(local, "key"), "value");
  char* info = session.call().pfnGetInfoKeyBuffer(session.edict(bob));
  session.call().pfnSetClientKeyValue(bob, info, "topcolor", "5");
  CHECK_EQ(session.call().pfnInfoKeyValue(info, "topcolor"), "5");
  session.call().pfnSetClientKeyValue(bob, info, "*hltv", "1");
  CHECK_EQ(session.call().pfnInfoKeyValue(info, "*hltv"), "");
  session.call().pfnSetKeyValue(info, "topcolor", "6");
  CHECK(session.printed("SetKeyValue: the buffer is neither localinfo nor serverinfo; use SetClientKeyValue"));
}

TEST("physics keys belong to one client") {
  Session session;
  const int bob = session.join("Bob");
  session.call().pfnSetPhysicsKeyValue(session.edict(bob), "slj", "1");
  CHECK_EQ(session.call().pfnGetPhysicsKeyValue(session.edict(bob), "slj"), "1");
  CHECK(std::strstr(session.call().pfnGetPhysicsInfoString(session.edict(bob)), "\\slj\\1") != nullptr);
}

TEST("the console sets and shows localinfo, and refuses the engine's own keys") {
  Session session;
  session.type("localinfo mm_debug 3; localinfo \"a b\" \"c d\"; localinfo *own 1; localinfo half");
  char* local = session.call().pfnGetInfoKeyBuffer(nullptr);
  CHECK_EQ(session.call().pfnInfoKeyValue(local, "mm_debug"), "3");
  CHECK_EQ(session.call().pfnInfoKeyValue(local, "*own"), "");
  CHECK(session.printed("localinfo: '*own' belongs to the engine"));
  CHECK(session.printed("usage: localinfo [KEY VALUE]"));
  session.type("localinfo mm_debug \"\"; localinfo");
  CHECK(!session.printed("mm_debug = "));
  CHECK(session.printed("a b = c d"));
}
