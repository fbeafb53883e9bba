#include "node/marshal/struct.h"

namespace mm::node {
namespace {

void* addressAt(const void* structure, std::size_t offset) {
  void* address = nullptr;
  std::memcpy(&address, static_cast<const std::byte*>(structure) + offset, sizeof address);
  return address;
}

void setAddressAt(void* structure, std::size_t offset, const void* address) {
  std::memcpy(static_cast<std::byte*>(structure) + offset, &address, sizeof address);
}

}  // namespace

void copyStruct(const Bridge& bridge, void* target, const std::byte* from, std::size_t size,
                std::span<const AddressField> fields) {
  void* addresses[8] = {};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    void* proposed = addressAt(from, fields[i].offset);
    const bool good = fields[i].kind == AddressField::Entity &&
                      (!proposed || bridge.entities.isEntity(static_cast<const edict_t*>(proposed)));
    addresses[i] = good ? proposed : addressAt(target, fields[i].offset);
  }
  std::memcpy(target, from, size);
  for (std::size_t i = 0; i < fields.size(); ++i) setAddressAt(target, fields[i].offset, addresses[i]);
}

void keepTexts(Bridge& bridge, int parameter, const void* from, std::span<const AddressField> fields) {
  std::erase_if(bridge.answeredTexts, [parameter](const StructText& text) { return text.parameter == parameter; });
  for (const AddressField& field : fields) {
    // SAFETY: the function was given texts in these fields and may have put others in their place, as the contract of
    // KeyValueData allows; in either case they are there until the caller, which is us, is done.
    const void* address = field.kind == AddressField::Text ? addressAt(from, field.offset) : nullptr;
    const auto* text = static_cast<const char*>(address);
    if (text) bridge.answeredTexts.push_back({parameter, field.offset, text});
  }
}

void placeTexts(const Bridge& bridge, int parameter, void* target, std::span<const AddressField> fields) {
  for (const StructText& text : bridge.structTexts) {
    if (text.parameter != parameter) continue;
    for (const AddressField& field : fields) {
      const bool wanted = field.kind == AddressField::Text && field.offset == text.offset;
      if (wanted) setAddressAt(target, field.offset, text.text.c_str());
    }
  }
}

}  // namespace mm::node
