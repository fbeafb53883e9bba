// A game that sends messages, and a script that gets some of them whole.
#pragma once

#include "test/core/hooks.h"
#include "test/core/pattern_rows.h"

inline constexpr int kText = 75, kOther = 76;

// What the engine is given, as "[dest,id b1 s2 "text" ]".
inline void noteEngine() {
  server->whenSeen = [](const pattern::Seen& call) {
    if (call.who != pattern::kReal) return;
    const std::string name = pattern::nameOf(call.id);
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

inline std::string shown(const mm::WholeMessage& message) {
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
