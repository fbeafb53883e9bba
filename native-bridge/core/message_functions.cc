#include "core/message_functions.h"

#include "core/guest/guest.h"
#include "core/guest/stubs.h"
#include "core/slots.h"
#include "core/state.h"
#include "core/thunk.h"

namespace mm {
namespace {

GatheredMessages& messages() { return state().messages; }
const enginefuncs_t& engine() { return *realFunctions.engine(); }

template <PartType type, class Value, void (*enginefuncs_t::*member)(Value)>
struct Writer {
  static void game(Value value) {
    switch (messages().wayOfWrite(kFirstWrite + static_cast<int>(type))) {
      case GatheredMessages::Way::Kept: messages().keep(type, value); break;
      case GatheredMessages::Way::Engine: (engine().*member)(value); break;
      case GatheredMessages::Way::Nowhere: break;
    }
  }

  static void plugin(Value value) {
    if (messages().takesFromPlugins()) messages().keep(type, value);
    else (engine().*member)(value);
  }

  static void put(FunctionTable& game, enginefuncs_t& plugins) {
    game.engine()->*member = Writer::game;
    plugins.*member = Writer::plugin;
  }
};

void gameBegins(int dest, int id, const float* origin, edict_t* entity) { messages().begin(dest, id, origin, entity); }
void gameEnds() { messages().end(); }

void pluginBegins(int dest, int id, const float* origin, edict_t* entity) {
  messages().pluginBegins(id, __builtin_return_address(0));
  engine().pfnMessageBegin(dest, id, origin, entity);
}

void pluginEnds() {
  if (messages().takesFromPlugins()) {
    messages().end();
    return;
  }
  messages().pluginEnds();
  engine().pfnMessageEnd();
}

// Fills the table that stands behind the hooks, and that of plugins.
void fill(FunctionTable& game, enginefuncs_t& plugins) {
  using E = enginefuncs_t;
  game.engine()->pfnMessageBegin = gameBegins;
  game.engine()->pfnMessageEnd = gameEnds;
  plugins.pfnMessageBegin = pluginBegins;
  plugins.pfnMessageEnd = pluginEnds;
  Writer<PartType::Byte, int, &E::pfnWriteByte>::put(game, plugins);
  Writer<PartType::Char, int, &E::pfnWriteChar>::put(game, plugins);
  Writer<PartType::Short, int, &E::pfnWriteShort>::put(game, plugins);
  Writer<PartType::Long, int, &E::pfnWriteLong>::put(game, plugins);
  Writer<PartType::Angle, float, &E::pfnWriteAngle>::put(game, plugins);
  Writer<PartType::Coord, float, &E::pfnWriteCoord>::put(game, plugins);
  Writer<PartType::String, const char*, &E::pfnWriteString>::put(game, plugins);
  Writer<PartType::Entity, int, &E::pfnWriteEntity>::put(game, plugins);
}

FunctionTable makeStandIns() {
  FunctionTable table = {};
  enginefuncs_t unused;
  fill(table, unused);
  return table;
}

void write(const MessagePart& part) {
  switch (part.type) {
    case PartType::Byte: engine().pfnWriteByte(part.number); break;
    case PartType::Char: engine().pfnWriteChar(part.number); break;
    case PartType::Short: engine().pfnWriteShort(part.number); break;
    case PartType::Long: engine().pfnWriteLong(part.number); break;
    case PartType::Angle: engine().pfnWriteAngle(part.real); break;
    case PartType::Coord: engine().pfnWriteCoord(part.real); break;
    case PartType::String: engine().pfnWriteString(part.text.c_str()); break;
    case PartType::Entity: engine().pfnWriteEntity(part.number); break;
  }
}

}  // namespace

AnyFn messageStandIn(FunctionId id) {
  static const FunctionTable table = makeStandIns();
  if (!isMessageFunction(id)) return nullptr;
  const bool isFollowed = id >= kFirstWrite ? messages().isGathering() : messages().isFollowing();
  return isFollowed ? table.at[id] : nullptr;
}

void aimMessageSlots() {
  for (FunctionId id = kMessageBegin; id < kPastWrites; ++id) {
    if (isGuest()) stubs().aim(id, kPre);
    else aimSlot(id);
  }
}

void addMessageFunctions(enginefuncs_t& table) {
  FunctionTable unused;
  fill(unused, table);
}

void beginWhole(const WholeMessage& message) {
  engine().pfnMessageBegin(message.dest, message.id, message.hasOrigin ? message.origin : nullptr, message.entity);
  for (const MessagePart& part : message.parts) write(part);
}

void sendWhole(const WholeMessage& message) {
  beginWhole(message);
  engine().pfnMessageEnd();
}

}  // namespace mm
