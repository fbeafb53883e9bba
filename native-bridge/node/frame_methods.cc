// What a hook's frame holds besides numbers: texts, pointers and the texts inside structs. JavaScript names the frame
// by its offset and the value by its parameter, or by a negative number for the results.
#include "node/arguments.h"
#include "node/marshal/struct.h"
#include "node/methods.h"
#include "node/pointer.h"

namespace mm::node {
namespace {

enum Which { kResult = -1, kOriginal = -2, kOverride = -3 };

// A value of a running hook: what kind it is, and where C keeps it.
struct Place {
  HookFrame* frame = nullptr;
  ValueInfo info;
  const void* address = nullptr;  // null where there is nothing to read
};

HookFrame* readFrame(Arguments& in) {
  const int base = in.integer("base", 0, kScratchSize);
  HookFrame* frame = in.good() ? in.bridge().frameAt(static_cast<uint32_t>(base)) : nullptr;
  if (in.good() && !frame) in.refuse(Complaint::Error, "the hook of this frame has returned");
  return frame;
}

Place readPlace(Arguments& in) {
  HookFrame* frame = readFrame(in);
  if (!frame) return {};
  const FunctionInfo& function = frame->function();
  const int which = in.integer("which", kOverride, static_cast<int>(function.parameters.size()) - 1);
  if (!in.good()) return {};
  if (which >= 0) {
    const auto index = static_cast<std::size_t>(which);
    return {frame, function.parameters[index], frame->argument(index)};
  }
  const void* address = which == kOriginal ? frame->original() : which == kOverride ? frame->overriding() : nullptr;
  return {frame, function.result, address};
}

bool expect(Arguments& in, const Place& place, bool good, const char* kind) {
  if (in.good() && !good) {
    in.refuse(Complaint::Type, std::string(functionName(place.frame->function().id)) + " has no " + kind + " there");
  }
  return in.good();
}

// SAFETY: `address` is that of an argument or result whose row says it is a pointer; the hook that owns it has not
// returned, or its frame would not have been found.
const void* pointerAt(const void* address) {
  const void* pointer = nullptr;
  if (address) std::memcpy(&pointer, address, sizeof pointer);
  return pointer;
}

napi_value frameText(Arguments& in) {
  const Place place = readPlace(in);
  if (!expect(in, place, place.info.reference == Reference::Text, "text")) return nullptr;
  return textToJs(in.env(), static_cast<const char*>(pointerAt(place.address)));
}

napi_value framePointer(Arguments& in) {
  const Place place = readPlace(in);
  const bool isPlace = place.info.reference == Reference::PointerPlace;
  if (!expect(in, place, isPlace || place.info.reference == Reference::Pointer, "pointer")) return nullptr;
  const void* pointer = pointerAt(place.address);
  // What a place holds before the function ran is anybody's guess.
  if (isPlace) pointer = place.frame->returned() ? pointerAt(pointer) : nullptr;
  return pointerToJs(in.bridge(), pointer, place.info.pointer, place.frame->serial());
}

Place readResultPlace(Arguments& in, Reference reference, const char* kind) {
  HookFrame* frame = readFrame(in);
  const int which = in.integer("which", kOverride, kResult);
  if (!in.good()) return {};
  const Place place = {frame, frame->function().result, nullptr};
  expect(in, place, which == kResult && place.info.reference == reference, kind);
  return place;
}

napi_value setFrameText(Arguments& in) {
  const Place place = readResultPlace(in, Reference::Text, "text result");
  napi_value given = in.value();
  std::string text;
  if (!in.good()) return nullptr;
  const bool isNull = isNullish(in.env(), given);
  if (!isNull && !textFromJs(in.env(), given, in.place(), "text", text)) return nullptr;
  // Whoever receives the text may keep it for a while; the map's end is when such texts are let go.
  place.frame->setResultReference(isNull ? nullptr : in.core().lendForMap(text.c_str()));
  return nullptr;
}

napi_value setFramePointer(Arguments& in) {
  const Place place = readResultPlace(in, Reference::Pointer, "pointer result");
  void* address = nullptr;
  if (!in.good() || !pointerFromJs(in.bridge(), in.value(), place.info.pointer, in.place(), address)) return nullptr;
  place.frame->setResultReference(address);
  return nullptr;
}

bool hasTextAt(std::span<const AddressField> fields, std::size_t offset) {
  for (const AddressField& field : fields) {
    if (field.kind == AddressField::Text && field.offset == offset) return true;
  }
  return false;
}

// A struct's text is named by its parameter and its offset in the struct.
struct TextPlace {
  int parameter = 0;
  std::size_t offset = 0;
};

TextPlace readTextPlace(Arguments& in) {
  const int parameter = in.integer("parameter", 0, 31);
  const int offset = in.integer("offset", 0, kScratchSize);
  return {parameter, static_cast<std::size_t>(offset)};
}

// Outside every hook's frame, at the top of the scratch block, lies the call that JavaScript prepares or has just made.
// Null then, and null with an exception pending if the hook of the frame has returned.
HookFrame* readFrameOrTop(Arguments& in) {
  const int base = in.integer("base", 0, kScratchSize);
  if (!in.good() || static_cast<uint32_t>(base) == in.bridge().scratch.top) return nullptr;
  HookFrame* frame = in.bridge().frameAt(static_cast<uint32_t>(base));
  if (!frame) in.refuse(Complaint::Error, "the hook of this frame has returned");
  return frame;
}

// The struct of a hook's parameter in C's memory; null where C passed NULL, or with an exception pending.
std::byte* structOf(Arguments& in, const HookFrame& frame, const TextPlace& place, bool forWriting) {
  const FunctionInfo& function = frame.function();
  const auto index = static_cast<std::size_t>(place.parameter);
  const ValueInfo info = index < function.parameters.size() ? function.parameters[index] : ValueInfo{};
  if (info.reference != Reference::Struct || !hasTextAt(info.fields, place.offset) || (forWriting && !info.writable)) {
    const char* what = forWriting ? " has no writable text there" : " has no text there";
    in.refuse(Complaint::Type, std::string(functionName(function.id)) + what);
    return nullptr;
  }
  return static_cast<std::byte*>(const_cast<void*>(pointerAt(frame.argument(index))));
}

napi_value answeredText(Arguments& in, const TextPlace& place) {
  for (const StructText& text : in.bridge().answeredTexts) {
    if (text.parameter == place.parameter && text.offset == place.offset) return textToJs(in.env(), text.text.c_str());
  }
  return nullToJs(in.env());
}

napi_value structText(Arguments& in) {
  const HookFrame* frame = readFrameOrTop(in);
  const TextPlace place = readTextPlace(in);
  if (!in.good()) return nullptr;
  if (!frame) return answeredText(in, place);
  const std::byte* structure = structOf(in, *frame, place, false);
  if (!in.good()) return nullptr;
  const void* text = structure ? pointerAt(structure + place.offset) : nullptr;
  return textToJs(in.env(), static_cast<const char*>(text));
}

napi_value keepForCall(Bridge& bridge, const TextPlace& place, std::string text) {
  std::erase_if(bridge.structTexts, [&place](const StructText& other) {
    return other.parameter == place.parameter && other.offset == place.offset;
  });
  bridge.structTexts.push_back({place.parameter, place.offset, std::move(text)});
  return nullptr;
}

napi_value setStructText(Arguments& in) {
  const HookFrame* frame = readFrameOrTop(in);
  const TextPlace place = readTextPlace(in);
  std::string text = in.text("text");
  if (!in.good()) return nullptr;
  if (!frame) return keepForCall(in.bridge(), place, std::move(text));
  std::byte* structure = structOf(in, *frame, place, true);
  if (!structure) return nullptr;
  const char* lent = in.core().lendForMap(text.c_str());
  std::memcpy(structure + place.offset, &lent, sizeof lent);
  return nullptr;
}

}  // namespace

void addFrameMethods(Methods& methods) {
  methods.push_back(describeMethod<frameText>("frameText"));
  methods.push_back(describeMethod<framePointer>("framePointer"));
  methods.push_back(describeMethod<setFrameText>("setFrameText"));
  methods.push_back(describeMethod<setFramePointer>("setFramePointer"));
  methods.push_back(describeMethod<structText>("structText"));
  methods.push_back(describeMethod<setStructText>("setStructText"));
}

}  // namespace mm::node
