// Messages that are not begun and ended as they should be, while scripts get them whole.
#include <csetjmp>

#include "test/core/messages.h"

TEST("a script that leaves a message open has the gathered one left out, and the log says why") {
  WithScript test;
  test.gather(kText);
  test.host.onUserMessage = [](mm::WholeMessage&) {
    server->core.pluginEngine()->pfnMessageBegin(MSG_ALL, SVC_TEMPENTITY, nullptr, nullptr);
    return mm::MessageAnswer::Same;
  };
  test.send();
  CHECK_EQ(traced(), "[2,23");
  CHECK(test.said("message number 75 is left out, because svc_temp_entity was begun and not ended"));
}

TEST("a message that the game never ended is left out when it begins the next, and is said once") {
  WithScript test;
  test.gather(kText);
  for (int times = 0; times < 2; ++times) {
    test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
    test.game.pfnWriteByte(1);
  }
  test.send(kOther);
  CHECK_EQ(traced(), "[2,76 b1 'hi' ]");
  CHECK(test.said("message number 75 was not ended when the game began number 75"));
  CHECK_EQ(test.host.policyLines.size(), 1U);
}

TEST("writing outside of a message and a second end are left out while messages are gathered, and are said once each") {
  WithScript test;
  test.gather(kText);
  test.send(kOther);
  traced();
  for (int times = 0; times < 2; ++times) test.game.pfnWriteByte(1);
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "");
  CHECK(test.said("the game called pfnWriteByte outside of a message, the last one of which was number 76"));
  CHECK(test.said("the game called pfnMessageEnd outside of a message"));
  CHECK_EQ(test.host.policyLines.size(), 2U);
}

TEST("a game that writes without end is stopped") {
  WithScript test;
  test.gather(kText);
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  for (int times = 0; times < 5000; ++times) test.game.pfnWriteByte(1);
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "");
  CHECK(test.said("message number 75 has no end"));
}

TEST("a message that is open when its map ends is left out") {
  WithScript test;
  test.gather(kText);
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  test.host.hooked.dll()->pfnServerDeactivate();
  CHECK(test.said("message number 75 was not ended when the map was"));
  traced();
  test.send();
  CHECK_EQ(traced(), "script:2,75/1/hi [2,75 b1 'hi' ]");
}

TEST("an engine that left a listener by longjmp has messages gathered again in the next frame") {
  WithScript test;
  test.gather(kText);
  static int calls;
  calls = 0;
  static jmp_buf away;
  test.host.onUserMessage = [](mm::WholeMessage&) -> mm::MessageAnswer {
    if (++calls == 1) longjmp(away, 1);
    return mm::MessageAnswer::Same;
  };
  if (setjmp(away) == 0) test.send();
  nextFrame();
  test.send();
  CHECK_EQ(calls, 2);
}
