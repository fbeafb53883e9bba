#include "metamod.h"
#include "session.h"

using namespace fake;

namespace {

const Setup kWithMetamod = {.library = NativeMetamod::kFile};

}  // namespace

TEST("the engine runs the game through Metamod as it does without") {
  NativeMetamod metamod({});
  Session session(kWithMetamod);
  CHECK(session.started.ok);
  session.join("Bob");
  session.frames(10);
  session.engine.clientCommand(1, "say hello");
  CHECK(session.printed("Bob: hello"));
  session.type("changelevel other");
  session.frames(10);
  CHECK(session.edict(1)->pvPrivateData != nullptr);
}

TEST("the observer counts calls before and after, and changes nothing") {
  NativeMetamod metamod({"observer"});
  Session session(kWithMetamod);
  session.join("Bob");
  session.frames(10);
  session.type("observer_counts");
  CHECK(session.printed("observer: GameInit 1 pre, 1 post"));
  CHECK(session.printed("observer: ServerActivate 1 pre, 1 post"));
  CHECK(session.printed("observer: StartFrame 11 pre, 11 post"));
  CHECK(session.printed("observer: ClientConnect 1 pre, 1 post"));
  CHECK(session.printed("observer: MessageBegin"));
  CHECK(session.printed("Bob has joined the game"));
}

TEST("the observer's cvar is set from the console and makes it log what it sees") {
  NativeMetamod metamod({"observer"});
  Session session(kWithMetamod);
  session.type("observer_verbose 1");
  session.frames(1);
  CHECK(session.printed("[OBSERVER] StartFrame (pre)"));
  CHECK(session.printed("[OBSERVER] StartFrame (post)"));
}

TEST("the overrider answers for the engine and for the game") {
  NativeMetamod metamod({"overrider"});
  Session session(kWithMetamod);
  session.type("game_roll");
  CHECK(session.printed("game: rolled 7"));
  session.type("game_cvar overrider_gravity");
  CHECK(session.printed("game: overrider_gravity is 123.5"));
  session.type("game_cvar sv_gravity");
  CHECK(session.printed("game: sv_gravity is 800"));
  CHECK_EQ(session.engine.engine()->server.description(), "Overridden Test Game");
}

TEST("the overrider keeps one name out and one command from the game") {
  NativeMetamod metamod({"overrider"});
  Session session(kWithMetamod);
  const Joined joined = session.engine.connect("overrider_ban");
  CHECK_EQ(joined.slot, 0);
  CHECK_EQ(joined.reason, "The overrider does not let you in.");
  const int bob = session.join("Bob");
  session.engine.clientCommand(bob, "blocked");
  CHECK(session.printed("Bob sees: overrider: this command is blocked"));
  CHECK(!session.printed("Unknown command: blocked"));
}

TEST("what the misbehaver forgets or may not do is named once, and the game goes on") {
  NativeMetamod metamod({"misbehaver"});
  Session session(kWithMetamod);
  session.join("Bob");
  session.join("Eve");
  session.frames(10);
  CHECK(metamod.logged("plugin 'Misbehaver' did not set meta_result in pfnClientPutInServer"));
  CHECK(metamod.logged("plugin 'Misbehaver' answered SUPERCEDE in post hook pfnAllowLagCompensation"));
  CHECK(session.printed("Eve has joined the game"));
}

TEST("the misbehaver may fill and clear slots of its table while the game runs") {
  NativeMetamod metamod({"misbehaver"});
  Session session(kWithMetamod);
  session.type("misbehave fill");
  session.frames(5);
  session.type("misbehave clear");
  session.frames(5);
  session.type("misbehave report");
  CHECK(session.printed("misbehaver: 7 frames seen"));
  session.type("misbehave shout; misbehave name; misbehave dance");
  CHECK(session.printed(std::string(2999, 'A')));
  CHECK(session.printed("usage: misbehave"));
}
