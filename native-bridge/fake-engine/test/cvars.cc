#include <cstring>

#include "session.h"

using namespace fake;

TEST("a cvar is read and set by name from the console") {
  Session session;
  session.type("sv_gravity 400");
  CHECK_EQ(session.call().pfnCVarGetFloat("sv_gravity"), 400.0f);
  session.type("sv_gravity");
  CHECK(session.printed("\"sv_gravity\" is \"400\""));
}

TEST("a registered cvar is the caller's own struct, and keeps following the console") {
  Session session;
  static cvar_t mine = {"test_mine", "1.5", 0, 0, nullptr};
  session.call().pfnCVarRegister(&mine);
  CHECK_EQ(mine.value, 1.5f);
  CHECK_EQ(session.call().pfnCVarGetPointer("test_mine"), &mine);
  session.call().pfnCVarSetString("test_mine", "abc");
  CHECK_EQ(mine.string, "abc");
  session.call().pfnCVarSetFloat("test_mine", 3);
  CHECK_EQ(mine.string, "3");
  session.call().pfnCvar_DirectSet(&mine, "4");
  CHECK_EQ(mine.value, 4.0f);
}

TEST("a cvar gets its first text back when the engine stops, so that it may be registered again") {
  static cvar_t mine = {"test_again", "first", 0, 0, nullptr};
  for (int i = 0; i < 2; ++i) {
    Session session;
    session.call().pfnCVarRegister(&mine);
    CHECK_EQ(mine.string, "first");
    session.call().pfnCVarSetString("test_again", "second");
  }
  CHECK_EQ(mine.string, "first");
}

TEST("a cvar may not take the name of a cvar or command") {
  Session session;
  static cvar_t clash = {"status", "1", 0, 0, nullptr};
  static cvar_t twice = {"SV_GRAVITY", "1", 0, 0, nullptr};
  session.call().pfnCVarRegister(&clash);
  session.call().pfnCvar_RegisterVariable(&twice);
  CHECK(session.printed("CVarRegister: status is a command"));
  CHECK(session.printed("CVarRegister: SV_GRAVITY is registered already"));
}

TEST("an unknown cvar reads as 0 and as empty text") {
  Session session;
  CHECK_EQ(session.call().pfnCVarGetFloat("nosuch"), 0.0f);
  CHECK_EQ(session.call().pfnCVarGetString("nosuch"), "");
  CHECK(session.call().pfnCVarGetPointer("nosuch") == nullptr);
}

TEST("cvars for everybody stand in serverinfo, a password only as a hint") {
  Session session;
  session.type("sv_password secret");
  const char* info = session.call().pfnGetInfoKeyBuffer(session.edict(0));
  CHECK_EQ(session.call().pfnInfoKeyValue(info, "sv_gravity"), "800");
  CHECK_EQ(session.call().pfnInfoKeyValue(info, "sv_password"), "1");
}
