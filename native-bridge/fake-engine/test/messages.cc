#include "session.h"

using namespace fake;

TEST("a message reaches all clients, byte for byte") {
  Session session;
  session.join("Bob");
  session.join("Eve");
  const int id = session.call().pfnRegUserMsg("TestMsg", -1);
  CHECK(id >= 64);
  session.call().pfnMessageBegin(MSG_ALL, id, nullptr, nullptr);
  session.call().pfnWriteByte(-1);
  session.call().pfnWriteShort(0x0201);
  session.call().pfnWriteLong(0x06050403);
  session.call().pfnWriteCoord(1);
  session.call().pfnWriteAngle(90);
  session.call().pfnWriteChar(-2);
  session.call().pfnWriteEntity(3);
  session.call().pfnWriteString("hi");
  session.call().pfnMessageEnd();
  const std::vector<uint8_t> expected = {255, 1, 2, 3, 4, 5, 6, 8, 0, 64, 254, 3, 0, 'h', 'i', 0};
  for (const int slot : {1, 2}) {
    const Message& last = session.engine.engine()->clients.slot(slot)->received.back();
    CHECK_EQ(last.type, id);
    CHECK(last.bytes == expected);
  }
}

TEST("a message to one client reaches that one only") {
  Session session;
  session.join("Bob");
  const int eve = session.join("Eve");
  const int id = session.call().pfnRegUserMsg("TestMsg", 0);
  session.call().pfnMessageBegin(MSG_ONE, id, nullptr, session.edict(eve));
  session.call().pfnMessageEnd();
  CHECK_EQ(session.engine.engine()->clients.slot(eve)->received.back().type, id);
  CHECK(session.engine.engine()->clients.slot(1)->received.back().type != id);
}

TEST("a name registered twice keeps its id, and bad names are refused with the limits") {
  Session session;
  const int id = session.call().pfnRegUserMsg("TestMsg", 2);
  CHECK_EQ(session.call().pfnRegUserMsg("TestMsg", 2), id);
  CHECK_EQ(session.call().pfnRegUserMsg("NameOfTwelve", 2), 0);
  CHECK_EQ(session.call().pfnRegUserMsg("", 2), 0);
  CHECK_EQ(session.call().pfnRegUserMsg("TooLarge", 193), 0);
  CHECK(session.printed("RegUserMsg: 'NameOfTwelve' with size 2 is refused; a name has 1..11 letters"));
}

TEST("a message of the wrong size stops the server, as GoldSrc would") {
  Session session;
  const int id = session.call().pfnRegUserMsg("TestMsg", 2);
  session.call().pfnMessageBegin(MSG_ALL, id, nullptr, nullptr);
  session.call().pfnWriteByte(1);
  session.call().pfnMessageEnd();
  CHECK(session.printed("MessageEnd: TestMsg holds 1 bytes, registered with 2"));
  CHECK(session.printed("game: the engine gave up: MessageEnd"));
  CHECK(!session.engine.isRunning());
  CHECK(session.engine.hasFailed());
}

TEST("a user message over 192 bytes ends the map") {
  Session session;
  const int id = session.call().pfnRegUserMsg("TestMsg", -1);
  session.call().pfnMessageBegin(MSG_ALL, id, nullptr, nullptr);
  session.call().pfnWriteString(std::string(200, 'x').c_str());
  session.call().pfnMessageEnd();
  CHECK(session.printed("Host_Error: MessageEnd: TestMsg holds 201 bytes, the limit is 192"));
}

TEST("writing without a message, and a message within a message, are named") {
  Session session;
  session.call().pfnWriteByte(1);
  CHECK(session.printed("WriteByte: no message is open; call MessageBegin first"));
  const int id = session.call().pfnRegUserMsg("TestMsg", -1);
  session.call().pfnMessageBegin(MSG_ALL, id, nullptr, nullptr);
  session.call().pfnMessageBegin(MSG_ALL, SVC_TEMPENTITY, nullptr, nullptr);
  CHECK(session.printed("MessageBegin: svc_temp_entity was begun before TestMsg was ended"));
}

TEST("a message to one must name a client, and one to all must not") {
  Session session;
  session.call().pfnMessageBegin(MSG_ONE, SVC_TEMPENTITY, nullptr, nullptr);
  CHECK(session.printed("names no client; pass its edict"));
  session.call().pfnMessageBegin(MSG_ALL, SVC_TEMPENTITY, nullptr, session.edict(1));
  CHECK(session.printed("names one client; use MSG_ONE or pass NULL"));
}

TEST("a sound outside its limits is refused by name and range") {
  Session session;
  session.join("Bob");
  session.call().pfnEmitSound(session.edict(1), 0, "items/ammo.wav", 2, 0, 0, 100);
  CHECK(session.printed("EmitSound: volume must be 0..1, got 2"));
}

TEST("what clients see and hear is sent to them") {
  Session session;
  const int bob = session.join("Bob");
  Client& client = *session.engine.engine()->clients.slot(bob);
  client.received.clear();
  vec3_t origin = {0, 0, 64};
  session.call().pfnEmitSound(session.edict(bob), 0, "items/ammo.wav", 1, 0.8f, 0, 100);
  session.call().pfnEmitAmbientSound(session.edict(0), origin, "items/ammo.wav", 1, 0.8f, 0, 100);
  session.call().pfnParticleEffect(origin, origin, 1, 2);
  session.call().pfnLightStyle(1, "abc");
  session.call().pfnStaticDecal(origin, 1, 0, 0);
  session.call().pfnPlaybackEvent(0, session.edict(bob), 1, 0, origin, origin, 0, 0, 0, 0, 0, 0);
  session.call().pfnSetView(session.edict(bob), session.edict(bob));
  session.call().pfnCrosshairAngle(session.edict(bob), 1, 2);
  session.call().pfnFadeClientVolume(session.edict(bob), 1, 2, 3, 4);
  CHECK_EQ(client.received.size(), 9u);
}
