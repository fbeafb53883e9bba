#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

void messageBegin(int dest, int type, const float* origin, edict_t* only) {
  engine().message.begin(dest, type, origin, only);
}

void messageEnd() { engine().message.end(); }

void writeByte(int value) {
  // GoldSrc takes -1 for 255, which old game code relies on.
  if (Message* message = engine().message.openFor("WriteByte")) message->byte(value == -1 ? 255 : value);
}

void writeChar(int value) {
  if (Message* message = engine().message.openFor("WriteChar")) message->byte(value);
}

void writeShort(int value) {
  if (Message* message = engine().message.openFor("WriteShort")) message->word(value);
}

void writeLong(int value) {
  if (Message* message = engine().message.openFor("WriteLong")) message->dword(value);
}

void writeAngle(float value) {
  if (Message* message = engine().message.openFor("WriteAngle")) message->angle(value);
}

void writeCoord(float value) {
  if (Message* message = engine().message.openFor("WriteCoord")) message->coord(value);
}

void writeString(const char* text) {
  if (Message* message = engine().message.openFor("WriteString")) message->text(text ? text : "");
}

void writeEntity(int index) {
  if (Message* message = engine().message.openFor("WriteEntity")) message->word(index);
}

int regUserMsg(const char* name, int size) {
  const int id = engine().userMessages.add(name, size);
  if (!id) {
    engine().console.line("RegUserMsg: '%s' with size %d is refused; a name has 1..%zu letters, a size is -1..%d, "
                          "and %d messages fit",
                          name ? name : "(null)", size, UserMessages::kMaxName, UserMessages::kMaxBytes,
                          UserMessages::kLast - UserMessages::kFirst + 1);
  }
  return id;
}

}  // namespace

void addMessageFunctions(enginefuncs_t& table) {
  table.pfnMessageBegin = messageBegin;
  table.pfnMessageEnd = messageEnd;
  table.pfnWriteByte = writeByte;
  table.pfnWriteChar = writeChar;
  table.pfnWriteShort = writeShort;
  table.pfnWriteLong = writeLong;
  table.pfnWriteAngle = writeAngle;
  table.pfnWriteCoord = writeCoord;
  table.pfnWriteString = writeString;
  table.pfnWriteEntity = writeEntity;
  table.pfnRegUserMsg = regUserMsg;
}

}  // namespace fake
