#include <cstring>
#include <string>

#include "session.h"

using namespace fake;

TEST("a client connects, enters the game with the next frame, and leaves") {
  Session session;
  const Joined joined = session.engine.connect("Bob", "10.0.0.1:27005");
  CHECK_EQ(joined.slot, 1);
  CHECK(session.printed("\"Bob<1><STEAM_0:1:1001><>\" connected, address \"10.0.0.1:27005\""));
  CHECK(!session.printed("Bob has joined the game"));
  session.frames(1);
  CHECK(session.printed("Bob has joined the game"));
  session.engine.disconnect(joined.slot);
  CHECK(session.printed("Dropped Bob from server. Reason: Client left the game"));
  CHECK(session.edict(1)->pvPrivateData == nullptr);
}

TEST("a client that left leaves no settings behind, and its number only on Xash") {
  for (const Engines engines : {Engines::kXash, Engines::kHlds}) {
    Session session({.style = {engines, false}});
    const int bob = session.join("Bob");
    edict_t* const edict = session.edict(bob);
    CHECK_EQ(session.call().pfnGetPlayerUserId(edict), 1);
    session.engine.disconnect(bob);
    CHECK_EQ(session.call().pfnGetPlayerUserId(edict), engines == Engines::kXash ? 1 : -1);
    CHECK_EQ(std::string(session.call().pfnGetInfoKeyBuffer(edict)), "");
  }
}

TEST("chat that only one client is sent is printed, because nobody else looks at its screen") {
  Session session;
  const int bob = session.join("Bob");
  session.join("Eve");
  const enginefuncs_t& call = session.call();
  // The game has registered it; this answers its number.
  const int sayText = call.pfnRegUserMsg("SayText", -1);
  call.pfnMessageBegin(MSG_ONE, sayText, nullptr, session.edict(bob));
  call.pfnWriteByte(bob);
  call.pfnWriteString("psst\n");
  call.pfnMessageEnd();
  CHECK(session.printed("Bob sees: psst"));
  CHECK(!session.printed("Eve sees: psst"));
}

TEST("a notice that only one client is sent is printed with its place; what follows the text is not") {
  Session session;
  const int bob = session.join("Bob");
  const enginefuncs_t& call = session.call();
  const int textMsg = call.pfnRegUserMsg("TextMsg", -1);
  for (const int place : {3, 4}) {
    call.pfnMessageBegin(MSG_ONE_UNRELIABLE, textMsg, nullptr, session.edict(bob));
    call.pfnWriteByte(place);
    call.pfnWriteString(place == 4 ? "middle" : "above\n");
    call.pfnWriteString("word");
    call.pfnMessageEnd();
  }
  CHECK(session.printed("Bob sees: above"));
  CHECK(session.printed("Bob sees: center: middle"));
  CHECK(!session.printed("word"));
}

TEST("a text message without a text shows nothing") {
  Session session;
  const int bob = session.join("Bob");
  const enginefuncs_t& call = session.call();
  call.pfnMessageBegin(MSG_ONE, call.pfnRegUserMsg("SayText", -1), nullptr, session.edict(bob));
  call.pfnWriteByte(bob);
  call.pfnMessageEnd();
  CHECK(!session.printed("Bob sees:"));
}

TEST("a reason in quotes is shown without them") {
  Session session;
  session.join("Bob");
  session.type("kick Bob \"Good night\"");
  CHECK(session.printed("Dropped Bob from server. Reason: Good night"));
  CHECK(!session.printed("Good night\""));
}

TEST("a full server turns people away") {
  Session session({.maxPlayers = 1});
  session.join("Bob");
  CHECK_EQ(session.engine.connect("Eve").reason, "Server is full.");
}

TEST("two clients cannot share a name, and an empty name is replaced") {
  Session session;
  session.join("Bob");
  session.join("Bob");
  session.join("");
  session.type("status");
  CHECK(session.printed("\"(1)Bob\""));
  CHECK(session.printed("\"unnamed\""));
}

TEST("a name of 300 letters is cut to what fits") {
  Session session;
  session.join(std::string(300, 'n'));
  CHECK(session.printed("\"" + std::string(31, 'n') + "<1>"));
}

TEST("clients walk about inside the room") {
  Session session;
  const int bob = session.join("Bob");
  const Vec3 before = load(session.edict(bob)->v.origin);
  session.frames(100);
  CHECK(length(load(session.edict(bob)->v.origin) - before) > 50);
  session.frames(2000);
  CHECK(contains(kRoom, load(session.edict(bob)->v.origin)));
  CHECK(session.edict(bob)->v.flags & FL_ONGROUND);
}

TEST("a typed line reaches the game") {
  Session session;
  const int bob = session.join("Bob");
  session.engine.clientCommand(bob, "say hello \"there\"");
  CHECK(session.printed("Bob: hello \"there\""));
  session.engine.clientCommand(bob, "dance");
  CHECK(session.printed("Bob sees: Unknown command: dance"));
}

TEST("a client can be made to type, one frame later") {
  Session session;
  const int bob = session.join("Bob");
  session.call().pfnClientCommand(session.edict(bob), "say %s\n", "made to");
  CHECK(!session.printed("Bob: made to"));
  session.frames(1);
  CHECK(session.printed("Bob: made to"));
}

TEST("a client answers what its cvars are, one frame later, in both ways of asking") {
  Session session;
  session.join("Bob");
  session.type("game_query Bob rate");
  CHECK(session.printed("Bob answers: 20000"));
  CHECK(session.printed("Bob answers request 42: rate is 20000"));
  session.type("game_query Bob nosuch");
  CHECK(session.printed("Bob answers: Bad CVAR request"));
}

TEST("a new name reaches userinfo and the entity") {
  Session session;
  const int bob = session.join("Bob");
  session.engine.clientCommand(bob, "name Robert");
  CHECK_EQ(session.call().pfnSzFromIndex(session.edict(bob)->v.netname), "Robert");
  CHECK_EQ(session.call().pfnInfoKeyValue(session.call().pfnGetInfoKeyBuffer(session.edict(bob)), "name"), "Robert");
}

TEST("kick takes a name or a user id, and a reason") {
  Session session;
  session.join("Bob");
  session.join("Eve");
  session.type("kick Bob \"too loud\"");
  session.type("kick # 2");
  session.type("kick Nobody");
  CHECK(session.printed("Dropped Bob from server. Reason: too loud"));
  CHECK(session.printed("Dropped Eve from server. Reason: Kicked by Console"));
  CHECK(session.printed("kick: nobody is called 'Nobody'; see status"));
}

TEST("a bot is moved by the code that made it") {
  Session session;
  edict_t* bot = session.call().pfnCreateFakeClient("Robot");
  CHECK(bot != nullptr);
  CHECK(bot->v.flags & FL_FAKECLIENT);
  CHECK_EQ(session.call().pfnGetPlayerAuthId(bot), "BOT");
  const DLL_FUNCTIONS& game = session.engine.engine()->library.dll();
  char reason[128] = "";
  CHECK(game.pfnClientConnect(bot, "Robot", "127.0.0.1", reason));
  game.pfnClientPutInServer(bot);
  const Vec3 before = load(bot->v.origin);
  session.frames(10);
  CHECK_EQ(load(bot->v.origin).x, before.x);
  const vec3_t angles = {0, 0, 0};
  for (int i = 0; i < 50; ++i) session.call().pfnRunPlayerMove(bot, angles, 200, 0, 0, 0, 0, 10);
  CHECK(length(load(bot->v.origin) - before) > 50);
}

TEST("a killed player comes back") {
  Session session;
  const int bob = session.join("Bob");
  session.engine.clientCommand(bob, "kill");
  CHECK_EQ(session.edict(bob)->v.deadflag, DEAD_DEAD);
  for (int i = 0; i < 30; ++i) session.engine.frame(0.1f);
  CHECK_EQ(session.edict(bob)->v.deadflag, DEAD_NO);
  CHECK_EQ(session.edict(bob)->v.health, 100.0f);
}

// What the last message of that name holds.
std::vector<uint8_t> lastReceived(Session& session, int index, const char* name) {
  std::vector<uint8_t> bytes;
  for (const Message& message : session.engine.engine()->clients.slot(index)->received) {
    if (messageName(message.type) == name) bytes = message.bytes;
  }
  return bytes;
}

TEST("a death is told to all: who did it, whose it is, and with what") {
  Session session;
  const int bob = session.join("Bob");
  const int eve = session.join("Eve");
  using Bytes = std::vector<uint8_t>;
  session.engine.clientCommand(bob, "kill");
  CHECK(lastReceived(session, eve, "DeathMsg") == (Bytes{1, 1, 'w', 'o', 'r', 'l', 'd', 0}));
  CHECK_EQ(session.edict(bob)->v.frags, -1.0f);
  for (int i = 0; i < 30; ++i) session.engine.frame(0.1f);
  session.engine.clientCommand(eve, "shoot Bob");
  CHECK_EQ(session.edict(bob)->v.health, 50.0f);
  session.engine.clientCommand(eve, "shoot Bob");
  CHECK(lastReceived(session, bob, "DeathMsg") == (Bytes{2, 1, 'p', 'i', 's', 't', 'o', 'l', 0}));
  CHECK_EQ(session.edict(eve)->v.frags, 1.0f);
  CHECK_EQ(session.edict(bob)->v.frags, -1.0f);
  // The dead shoot nobody.
  session.engine.clientCommand(bob, "shoot Eve");
  CHECK_EQ(session.edict(eve)->v.health, 100.0f);
}

TEST("what stands in the world kills as nobody, under the name of its class") {
  Session session;
  const int bob = session.join("Bob");
  edict_t* lift = session.entity("test_lift");
  session.edict(bob)->v.health = 1;
  session.engine.engine()->library.call(&DLL_FUNCTIONS::pfnBlocked, lift, session.edict(bob));
  const std::vector<uint8_t> expected = {0, 1, 't', 'e', 's', 't', '_', 'l', 'i', 'f', 't', 0};
  CHECK(lastReceived(session, bob, "DeathMsg") == expected);
}

TEST("who hears whom is kept for each pair") {
  Session session;
  CHECK(session.call().pfnVoice_GetClientListening(1, 2));
  session.call().pfnVoice_SetClientListening(1, 2, 0);
  CHECK(!session.call().pfnVoice_GetClientListening(1, 2));
  CHECK(session.call().pfnVoice_GetClientListening(2, 1));
  CHECK(!session.call().pfnVoice_SetClientListening(0, 99, 1));
}

TEST("the client being served is known by its number from 0, and by -1 outside") {
  Session session;
  session.join("Bob");
  CHECK_EQ(session.call().pfnGetCurrentPlayer(), -1);
}
