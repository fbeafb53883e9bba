#include "node/whole_message.h"

#include <cmath>

namespace mm::node {
namespace {

constexpr const char* kPlace = "userMessage";
constexpr const char* kTypes[kPartTypes] = {"byte", "char", "short", "long", "angle", "coord", "string", "entity"};

bool isReal(PartType type) { return type == PartType::Angle || type == PartType::Coord; }

// Objects cost more to make from here than all else of a message together, so JavaScript makes them itself, from numbers
// and texts in a row: kind and value of each part follow what all messages have.
constexpr const char* kMaker = R"((() => {
  'use strict'
  const types = ['byte', 'char', 'short', 'long', 'angle', 'coord', 'string', 'entity']
  return (id, dest, entityIndex, origin, slots, ...values) => {
    const parts = []
    for (let at = 0; at < values.length; at += 2) parts.push({ type: types[values[at]], value: values[at + 1] })
    const message = { id, dest, origin, entityIndex, parts }
    return slots === null ? message : { ...message, slots }
  }
})())";

napi_value makerOf(Bridge& bridge) {
  napi_env env = bridge.env;
  napi_value maker = nullptr, script = nullptr;
  if (bridge.messageMaker) {
    check(env, napi_get_reference_value(env, bridge.messageMaker, &maker));
    return maker;
  }
  if (!check(env, napi_create_string_utf8(env, kMaker, NAPI_AUTO_LENGTH, &script))) return nullptr;
  if (!check(env, napi_run_script(env, script, &maker))) return nullptr;
  check(env, napi_create_reference(env, maker, 1, &bridge.messageMaker));
  return maker;
}

napi_value integerToJs(napi_env env, int number) {
  napi_value value = nullptr;
  check(env, napi_create_int32(env, number, &value));
  return value;
}

napi_value valueToJs(napi_env env, const MessagePart& part) {
  if (part.type == PartType::String) return textToJs(env, part.text.c_str());
  return isReal(part.type) ? numberToJs(env, static_cast<double>(part.real)) : integerToJs(env, part.number);
}

template <class List, class ToJs>
napi_value listToJs(napi_env env, const List& list, const ToJs& toJs) {
  napi_value array = nullptr;
  if (!check(env, napi_create_array(env, &array))) return nullptr;
  uint32_t index = 0;
  for (const auto& each : list) check(env, napi_set_element(env, array, index++, toJs(each)));
  return array;
}

napi_value originToJs(napi_env env, const WholeMessage& message) {
  if (!message.hasOrigin) return nullToJs(env);
  return listToJs(env, message.origin, [env](float axis) { return numberToJs(env, static_cast<double>(axis)); });
}

napi_value slotsToJs(napi_env env, const WholeMessage& message) {
  if (message.slots.empty()) return nullToJs(env);
  return listToJs(env, message.slots, [env](int slot) { return integerToJs(env, slot); });
}

// Reads the members of an answer. One that is not as it must be leaves an exception pending, and stops the rest.
class AnswerReader {
 public:
  AnswerReader(napi_env env, napi_value answer) : env_(env), answer_(answer) {}

  bool good() const { return good_; }

  napi_value member(napi_value object, const char* name) {
    napi_value value = nullptr;
    if (good_) good_ = check(env_, napi_get_named_property(env_, object, name, &value));
    return value;
  }
  napi_value member(const char* name) { return member(answer_, name); }

  napi_value element(napi_value list, uint32_t index) {
    napi_value value = nullptr;
    if (good_) good_ = check(env_, napi_get_element(env_, list, index, &value));
    return value;
  }

  double number(napi_value value, const char* what) {
    double number = 0;
    if (!good_) return 0;
    if (napi_get_value_double(env_, value, &number) == napi_ok && std::isfinite(number)) return number;
    refuse(std::string(what) + " must be a finite number, got " + describe(env_, value));
    return 0;
  }

  int integer(napi_value value, const char* what) {
    const double given = number(value, what);
    if (given == std::trunc(given) && given >= INT32_MIN && given <= INT32_MAX) return static_cast<int>(given);
    refuse(std::string(what) + " must be an integer of 32 bits, got " + describe(env_, value));
    return 0;
  }

  std::string text(napi_value value, const char* what) {
    std::string text;
    if (good_) good_ = textFromJs(env_, value, kPlace, what, text);
    return text;
  }

  uint32_t lengthOf(napi_value list, const char* what) {
    uint32_t length = 0;
    if (!good_ || napi_get_array_length(env_, list, &length) == napi_ok) return length;
    refuse(std::string(what) + " must be an array, got " + describe(env_, list));
    return 0;
  }

  void refuse(const std::string& why) {
    if (good_) complain(env_, Complaint::Type, kPlace, why);
    good_ = false;
  }

 private:
  napi_env env_;
  napi_value answer_;
  bool good_ = true;
};

// JavaScript sees U+FFFD where a text is no UTF-8. One that comes back as JavaScript saw it is the same text.
std::string bytesOf(napi_env env, const WholeMessage& original, napi_value given, std::string text) {
  if (text.find("\xEF\xBF\xBD") == std::string::npos) return text;
  for (const MessagePart& part : original.parts) {
    bool isSame = false;
    if (part.type != PartType::String) continue;
    if (napi_strict_equals(env, textToJs(env, part.text.c_str()), given, &isSame) == napi_ok && isSame) return part.text;
  }
  return text;
}

MessagePart readPart(napi_env env, AnswerReader& in, napi_value object, const WholeMessage& original) {
  MessagePart part{PartType::Byte};
  const std::string name = in.text(in.member(object, "type"), "a part's type");
  napi_value value = in.member(object, "value");
  int type = 0;
  while (type < kPartTypes && name != kTypes[type]) ++type;
  if (type == kPartTypes) {
    in.refuse("a part's type must be one of byte, char, short, long, angle, coord, string and entity, got \"" + name + '"');
    return part;
  }
  part.type = static_cast<PartType>(type);
  if (part.type == PartType::String) part.text = bytesOf(env, original, value, in.text(value, "a string"));
  else if (isReal(part.type)) part.real = static_cast<float>(in.number(value, kTypes[type]));
  else part.number = in.integer(value, kTypes[type]);
  return part;
}

void readOrigin(napi_env env, AnswerReader& in, WholeMessage& message) {
  napi_value origin = in.member("origin");
  message.hasOrigin = in.good() && !isNullish(env, origin);
  for (uint32_t axis = 0; message.hasOrigin && axis < 3; ++axis) {
    message.origin[axis] = static_cast<float>(in.number(in.element(origin, axis), "origin"));
  }
}

}  // namespace

napi_value messageToJs(Bridge& bridge, const WholeMessage& message) {
  napi_env env = bridge.env;
  napi_value maker = makerOf(bridge), object = nullptr;
  std::vector<napi_value> values;
  values.reserve(5 + 2 * message.parts.size());
  values = {integerToJs(env, message.id), integerToJs(env, message.dest),
            integerToJs(env, bridge.entities.indexOf(bridge, message.entity)), originToJs(env, message),
            slotsToJs(env, message)};
  for (const MessagePart& part : message.parts) {
    values.push_back(integerToJs(env, static_cast<int>(part.type)));
    values.push_back(valueToJs(env, part));
  }
  if (!maker || !check(env, napi_call_function(env, maker, maker, values.size(), values.data(), &object))) return nullptr;
  return object;
}

MessageAnswer answerFromJs(Bridge& bridge, napi_value given, napi_value answer, WholeMessage& message) {
  napi_env env = bridge.env;
  bool isSame = false;
  if (!check(env, napi_strict_equals(env, given, answer, &isSame)) || isSame) return MessageAnswer::Same;
  napi_valuetype type = napi_undefined;
  if (!check(env, napi_typeof(env, answer, &type))) return MessageAnswer::Same;
  if (type == napi_null) return MessageAnswer::None;
  AnswerReader in(env, answer);
  if (type != napi_object) in.refuse("the answer must be a message or null, got " + describe(env, answer));
  if (!in.good()) return MessageAnswer::Same;
  WholeMessage changed;
  changed.id = in.integer(in.member("id"), "id");
  changed.dest = in.integer(in.member("dest"), "dest");
  readOrigin(env, in, changed);
  const int entity = in.integer(in.member("entityIndex"), "entityIndex");
  napi_value parts = in.member("parts");
  const uint32_t count = in.lengthOf(parts, "parts");
  for (uint32_t index = 0; in.good() && index < count; ++index) {
    changed.parts.push_back(readPart(env, in, in.element(parts, index), message));
  }
  if (!in.good()) return MessageAnswer::Same;
  // What is no entity of the array has no index, and stays what it is.
  const bool keepsEntity = entity == bridge.entities.indexOf(bridge, message.entity);
  changed.entity = keepsEntity ? message.entity : bridge.entities.at(bridge, entity);
  message = std::move(changed);
  return MessageAnswer::Changed;
}

}  // namespace mm::node
