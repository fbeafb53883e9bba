// Messages of the game that scripts get whole.
#include "test/core/messages.h"

TEST("a gathered message comes to scripts once, with every part in order, and then goes to the engine as it was") {
  WithScript test;
  test.gather(kText);
  vec3_t origin = {1, 2, 3};
  test.game.pfnMessageBegin(MSG_ONE, kText, origin, &test.host.edicts[1]);
  test.game.pfnWriteByte(300);
  test.game.pfnWriteChar(-2);
  test.game.pfnWriteShort(3);
  test.game.pfnWriteLong(4);
  test.game.pfnWriteAngle(90.5F);
  test.game.pfnWriteCoord(-6.5F);
  test.game.pfnWriteString("caf\xE9");
  test.game.pfnWriteEntity(7);
  CHECK_EQ(traced(), "");
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "script:1,75/300/-2/3/4/90/-6/caf\xE9/7 [1,75,origin,to b300 c-2 s3 l4 a90 o-6 'caf\xE9' e7 ]");
}

TEST("messages that nobody gathers go to the engine call by call") {
  WithScript test;
  test.gather(kText);
  test.game.pfnMessageBegin(MSG_ALL, kOther, nullptr, nullptr);
  CHECK_EQ(traced(), "[2,76");
  test.game.pfnWriteByte(1);
  CHECK_EQ(traced(), "b1");
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "]");
  test.gather(kText, false);
  test.send();
  CHECK_EQ(traced(), "[2,75 b1 'hi' ]");
}

TEST("the game's calls go straight to the engine while no script is there to gather") {
  WithScript test;
  mm::Core& core = test.host.core;
  const auto real = [&](mm::FunctionId id) { return core.dispatch().depth == 0 && test.host.seen.back().id == id; };
  test.gather(kText);
  core.remove(2);
  test.game.pfnWriteByte(5);  // outside of a message: nobody judges it but the engine
  CHECK(real(mm::engineId(offsetof(enginefuncs_t, pfnWriteByte))));
  CHECK_EQ(traced(), "b5");
}

TEST("a script changes a message, or keeps it from being sent") {
  WithScript test;
  test.gather(kText);
  test.host.onUserMessage = [](mm::WholeMessage& message) {
    message.dest = MSG_ONE;
    message.entity = &server->edicts[1];
    message.parts[1].text = "changed";
    message.parts.push_back({mm::PartType::Long, 9});
    return mm::MessageAnswer::Changed;
  };
  test.send();
  CHECK_EQ(traced(), "[1,75,to b1 'changed' l9 ]");
  test.host.onUserMessage = [](mm::WholeMessage&) { return mm::MessageAnswer::None; };
  test.send();
  CHECK_EQ(traced(), "");
}

TEST("native plugins' hooks see each call as ever, and what they supersede or write instead is what is gathered") {
  WithScript test;
  PluginControl& plugin = test.host.load(1, "plugin_a.so");
  static const enginefuncs_t* engine;
  engine = plugin.engine;
  plugin.engineHooks[mm::kPre]->pfnWriteByte = [](int value) {
    note("hook" + std::to_string(value));
    if (value == 2) engine->pfnWriteShort(22);
    answer(value == 1 ? MRES_IGNORED : MRES_SUPERCEDE);
  };
  plugin.engineHooks[mm::kPost]->pfnMessageEnd = [] {
    note("post");
    answer(MRES_IGNORED);
  };
  nextFrame();
  test.gather(kText);
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  for (const int value : {1, 2, 3}) test.game.pfnWriteByte(value);
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "hook1 hook2 hook3 script:2,75/1/22 [2,75 b1 s22 ] post");
}

TEST("a native plugin that supersedes the whole message sends its own past the scripts") {
  WithScript test;
  PluginControl& plugin = test.host.load(1, "plugin_a.so");
  static const enginefuncs_t* engine;
  engine = plugin.engine;
  plugin.engineHooks[mm::kPre]->pfnMessageBegin = [](int, int id, const float*, edict_t*) {
    engine->pfnMessageBegin(MSG_BROADCAST, id, nullptr, nullptr);
    answer(MRES_SUPERCEDE);
  };
  nextFrame();
  test.gather(kText);
  test.send();
  CHECK_EQ(traced(), "[0,75 b1 'hi' ]");
}

TEST("a script may send messages while it has one, of the same kind and through all hooks too") {
  WithScript test;
  test.gather(kText);
  test.gather(kOther);
  static WithScript* running;
  running = &test;
  test.host.onUserMessage = [](mm::WholeMessage& message) {
    note("script" + std::to_string(message.id));
    running->send(kText);
    if (message.id == kText) running->send(kOther);
    return mm::MessageAnswer::Same;
  };
  test.send();
  CHECK_EQ(traced(), "script75 [2,75 b1 'hi' ] script76 [2,75 b1 'hi' ] [2,76 b1 'hi' ] [2,75 b1 'hi' ]");
}

TEST("whoever begins to gather within a message gets the next one") {
  WithScript test;
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  test.gather(kText);
  test.game.pfnWriteByte(1);
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "[2,75 b1 ]");
  test.send();
  CHECK_EQ(traced(), "script:2,75/1/hi [2,75 b1 'hi' ]");
}

TEST("a script that comes within a message takes nothing from it") {
  Server host;
  const enginefuncs_t& game = *host.hooked.engine();
  noteEngine();
  game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  host.addScript(2, "script");
  host.core.gatherMessage(2, kText, true);
  game.pfnWriteByte(1);
  game.pfnMessageEnd();
  CHECK_EQ(traced(), "[2,75 b1 ]");
}

TEST("when the last listener goes within a message, the engine gets what there is and the rest as it comes") {
  WithScript test;
  for (const bool isUnloaded : {false, true}) {
    test.gather(kText);
    test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
    test.game.pfnWriteByte(1);
    CHECK_EQ(traced(), "");
    if (isUnloaded) test.host.core.remove(2);
    else test.gather(kText, false);
    test.game.pfnWriteByte(2);
    test.game.pfnMessageEnd();
    CHECK_EQ(traced(), "[2,75 b1 b2 ]");
  }
}

TEST("a plugin that is paused within a message does not get it, and nothing is kept back for it later") {
  WithScript test;
  test.gather(kText);
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  test.host.core.setRunning(2, false);
  test.game.pfnMessageEnd();
  CHECK_EQ(traced(), "[2,75 ]");
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  CHECK_EQ(traced(), "[2,75");
  test.game.pfnMessageEnd();
}

TEST("it is known which message is open in the engine, and which native plugin began it") {
  WithScript test;
  PluginControl& plugin = test.host.load(1, "plugin_a.so");
  const auto open = [&] {
    const mm::OpenMessage open = test.host.core.openMessage();
    return std::to_string(open.id) + "/" + std::to_string(open.slot);
  };
  CHECK_EQ(open(), "0/0");
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  CHECK_EQ(open(), "75/0");
  test.game.pfnMessageEnd();
  CHECK_EQ(open(), "0/0");
  plugin.beginMessage(MSG_ALL, kOther);
  CHECK_EQ(open(), "76/1");
  plugin.engine->pfnMessageEnd();
  CHECK_EQ(open(), "0/0");
  test.gather(kText);
  test.game.pfnMessageBegin(MSG_ALL, kText, nullptr, nullptr);
  CHECK_EQ(open(), "0/0");
}
