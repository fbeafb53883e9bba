// Messages of the game that scripts get whole.
#include <csetjmp>

#include "test/core/hooks.h"

namespace {

constexpr int kText = 75, kOther = 76;

// What the engine is given, as "[dest,id b1 s2 "text" ]".
void noteEngine() {
  server->whenSeen = [](const pattern::Seen& call) {
    if (call.who != pattern::kReal) return;
    const std::string name = pattern::Rows<pattern::kReal>::all()[static_cast<std::size_t>(call.id)].name;
    const auto number = [&](std::size_t place) { return std::to_string(static_cast<int>(call.words[place])); };
    const auto real = [&] { return std::to_string(static_cast<int>(std::bit_cast<float>(static_cast<uint32_t>(call.words[0])))); };
    if (name == "pfnMessageBegin") note("[" + number(0) + "," + number(1) + (call.words[2] ? ",origin" : "") + (call.words[3] ? ",to" : ""));
    if (name == "pfnWriteByte") note("b" + number(0));
    if (name == "pfnWriteChar") note("c" + number(0));
    if (name == "pfnWriteShort") note("s" + number(0));
    if (name == "pfnWriteLong") note("l" + number(0));
    if (name == "pfnWriteAngle") note("a" + real());
    if (name == "pfnWriteCoord") note("o" + real());
    if (name == "pfnWriteEntity") note("e" + number(0));
    if (name == "pfnWriteString") note("'" + std::string(reinterpret_cast<const char*>(call.words[0])) + "'");
    if (name == "pfnMessageEnd") note("]");
  };
}

std::string shown(const mm::WholeMessage& message) {
  std::string text = "script:" + std::to_string(message.dest) + "," + std::to_string(message.id);
  for (const mm::MessagePart& part : message.parts) {
    text += "/" + (part.type == mm::PartType::String ? part.text
                   : part.type == mm::PartType::Angle || part.type == mm::PartType::Coord
                       ? std::to_string(static_cast<int>(part.real))
                       : std::to_string(part.number));
  }
  return text;
}

struct WithScript {
  Server host;
  const enginefuncs_t& game = *host.hooked.engine();

  WithScript() {
    host.addScript(2, "script");
    noteEngine();
    host.onUserMessage = [](mm::WholeMessage& message) {
      note(shown(message));
      return mm::MessageAnswer::Same;
    };
  }

  void gather(int id, bool on = true) { host.core.gatherMessage(2, id, on); }

  void send(int id = kText) {
    game.pfnMessageBegin(MSG_ALL, id, nullptr, nullptr);
    game.pfnWriteByte(1);
    game.pfnWriteString("hi");
    game.pfnMessageEnd();
  }

  bool said(const std::string& part) const {
    for (const std::string& line : host.policyLines) {
      if (line.find(part) != std::string::npos) return true;
    }
    return false;
  }
};

}  // namespace

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
