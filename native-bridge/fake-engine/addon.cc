// The engine inside Node: the add-on's exports are the FakeEngine of packages/loader/src/cli/fake-engine.ts. All calls
// come from JavaScript, so whatever the engine prints, it prints with JavaScript on the stack.
#include <node_api.h>

#include <optional>
#include <string>
#include <vector>

#include "fake-engine/fake_engine.h"

namespace fake {
namespace {

// One for the process, like the engine it drives. Never destroyed: a Node that exits without stop() has no stack left
// on which the game could be told.
struct Addon {
  FakeEngine engine;
  int depth = 0;  // of calls into the engine: its prints and hooks may call back
  napi_env env = nullptr;
  napi_ref print = nullptr;
};

Addon& addon() {
  static Addon* only = new Addon;
  return *only;
}

// Marks a call into the engine, from which JavaScript may be called.
struct Inside {
  Inside() { ++addon().depth; }
  ~Inside() { --addon().depth; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

struct Arguments {
  static constexpr size_t kMost = 2;
  size_t count = kMost;
  napi_value values[kMost] = {};

  Arguments(napi_env env, napi_callback_info info) { napi_get_cb_info(env, info, &count, values, nullptr, nullptr); }
};

napi_value undefined(napi_env env) {
  napi_value value = nullptr;
  napi_get_undefined(env, &value);
  return value;
}

napi_value text(napi_env env, const std::string& utf8) {
  napi_value value = nullptr;
  napi_create_string_utf8(env, utf8.data(), utf8.size(), &value);
  return value;
}

std::optional<std::string> readText(napi_env env, napi_value value) {
  size_t bytes = 0;
  if (!value || napi_get_value_string_utf8(env, value, nullptr, 0, &bytes) != napi_ok) return std::nullopt;
  std::string result(bytes + 1, '\0');
  napi_get_value_string_utf8(env, value, result.data(), result.size(), &bytes);
  result.resize(bytes);
  return result;
}

std::optional<double> readNumber(napi_env env, napi_value value) {
  double number = 0;
  if (!value || napi_get_value_double(env, value, &number) != napi_ok) return std::nullopt;
  return number;
}

napi_value property(napi_env env, napi_value object, const char* name) {
  napi_value value = nullptr;
  if (!object || napi_get_named_property(env, object, name, &value) != napi_ok) return nullptr;
  return value;
}

napi_value fail(napi_env env, const std::string& message) {
  napi_throw_error(env, nullptr, message.c_str());
  return nullptr;
}

napi_value failType(napi_env env, const std::string& message) {
  napi_throw_type_error(env, nullptr, message.c_str());
  return nullptr;
}

// An exception of the print function is swallowed: C code is running above, and it could not stop for it.
void printLine(const std::string& line) {
  const Addon& here = addon();
  napi_handle_scope scope = nullptr;
  if (napi_open_handle_scope(here.env, &scope) != napi_ok) return;
  napi_value function = nullptr;
  napi_value argument = text(here.env, line);
  napi_get_reference_value(here.env, here.print, &function);
  if (function) napi_call_function(here.env, undefined(here.env), function, 1, &argument, nullptr);
  bool isPending = false;
  napi_is_exception_pending(here.env, &isPending);
  napi_value swallowed = nullptr;
  if (isPending) napi_get_and_clear_last_exception(here.env, &swallowed);
  napi_close_handle_scope(here.env, scope);
}

void forgetPrint(napi_env env) {
  if (addon().print) napi_delete_reference(env, addon().print);
  addon().print = nullptr;
}

// Both are optional; null for a value that is neither.
std::optional<Style> readStyle(napi_env env, napi_value options) {
  const std::string engines = readText(env, property(env, options, "style")).value_or("xash");
  const double api = readNumber(env, property(env, options, "api")).value_or(2);
  if ((engines != "xash" && engines != "hlds") || (api != 1 && api != 2)) return std::nullopt;
  return Style{engines == "hlds" ? Engines::kHlds : Engines::kXash, api == 1};
}

// An array of texts; empty for anything else.
std::vector<std::string> readWords(napi_env env, napi_value list) {
  std::vector<std::string> words;
  uint32_t count = 0;
  if (!list || napi_get_array_length(env, list, &count) != napi_ok) return words;
  for (uint32_t i = 0; i < count; ++i) {
    napi_value word = nullptr;
    napi_get_element(env, list, i, &word);
    words.push_back(readText(env, word).value_or(""));
  }
  return words;
}

napi_value start(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  Addon& here = addon();
  if (here.engine.isStarted()) return fail(env, "start: the engine runs already; call stop first");
  napi_value object = arguments.values[0];
  const auto library = readText(env, property(env, object, "library"));
  const auto directory = readText(env, property(env, object, "gameDirectory"));
  const auto map = readText(env, property(env, object, "map"));
  const auto maxPlayers = readNumber(env, property(env, object, "maxPlayers"));
  napi_value print = property(env, object, "print");
  napi_valuetype type = napi_undefined;
  if (print) napi_typeof(env, print, &type);
  if (!library || !directory || !map || !maxPlayers || type != napi_function) {
    return failType(env, "start: options must hold library, gameDirectory, map, maxPlayers and print");
  }
  const auto style = readStyle(env, object);
  if (!style) return failType(env, "start: style must be xash or hlds, and api 1 or 2");
  here.env = env;
  napi_create_reference(env, print, 1, &here.print);
  const Inside inside;
  const Outcome started =
      here.engine.start({*library, *directory, *map, static_cast<int>(*maxPlayers), printLine, *style,
                         readWords(env, property(env, object, "commandLine"))});
  if (started.ok) return undefined(env);
  forgetPrint(env);
  return fail(env, "start: " + started.reason);
}

napi_value stop(napi_env env, napi_callback_info) {
  if (addon().depth) return fail(env, "stop: the engine is running a frame or command; call it afterwards");
  const Inside inside;
  addon().engine.stop();
  forgetPrint(env);
  return undefined(env);
}

napi_value frame(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const double seconds = readNumber(env, arguments.values[0]).value_or(FakeEngine::kDefaultFrameSeconds);
  if (!(seconds > 0 && seconds <= 1)) return fail(env, "frame: seconds must be above 0 and at most 1");
  if (addon().depth) return fail(env, "frame: the engine is running a frame or command; call it afterwards");
  const Inside inside;
  addon().engine.frame(static_cast<float>(seconds));
  return undefined(env);
}

napi_value command(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const auto line = readText(env, arguments.values[0]);
  if (!line) return failType(env, "command: line must be a string");
  addon().engine.command(*line);
  return undefined(env);
}

napi_value execute(napi_env env, napi_callback_info) {
  const Inside inside;
  addon().engine.execute();
  return undefined(env);
}

napi_value connect(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const auto name = readText(env, arguments.values[0]);
  if (!name) return failType(env, "connect: name must be a string");
  const Inside inside;
  const Joined joined = addon().engine.connect(*name, readText(env, arguments.values[1]).value_or(""));
  napi_value answer = nullptr;
  napi_value value = nullptr;
  napi_create_object(env, &answer);
  if (joined.slot) {
    napi_create_int32(env, joined.slot, &value);
  } else {
    value = text(env, joined.reason);
  }
  napi_set_named_property(env, answer, joined.slot ? "slot" : "rejected", value);
  return answer;
}

napi_value disconnect(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const auto slot = readNumber(env, arguments.values[0]);
  if (!slot) return failType(env, "disconnect: slot must be a number");
  const Inside inside;
  addon().engine.disconnect(static_cast<int>(*slot));
  return undefined(env);
}

napi_value clientCommand(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const auto slot = readNumber(env, arguments.values[0]);
  const auto line = readText(env, arguments.values[1]);
  if (!slot || !line) return failType(env, "clientCommand: needs a slot and a line");
  const Inside inside;
  addon().engine.clientCommand(static_cast<int>(*slot), *line);
  return undefined(env);
}

napi_value changeLevel(napi_env env, napi_callback_info info) {
  const Arguments arguments(env, info);
  const auto map = readText(env, arguments.values[0]);
  if (!map) return failType(env, "changeLevel: map must be a string");
  addon().engine.changeLevel(*map);
  return undefined(env);
}

napi_value isRunning(napi_env env, napi_callback_info) {
  napi_value value = nullptr;
  napi_get_boolean(env, addon().engine.isRunning(), &value);
  return value;
}

napi_value commandNames(napi_env env, napi_callback_info) {
  const std::vector<std::string> names = addon().engine.commandNames();
  napi_value list = nullptr;
  napi_create_array_with_length(env, names.size(), &list);
  for (size_t i = 0; i < names.size(); ++i) napi_set_element(env, list, static_cast<uint32_t>(i), text(env, names[i]));
  return list;
}

constexpr struct {
  const char* name;
  napi_callback function;
} kMethods[] = {{"start", start},
                {"stop", stop},
                {"frame", frame},
                {"command", command},
                {"execute", execute},
                {"connect", connect},
                {"disconnect", disconnect},
                {"clientCommand", clientCommand},
                {"changeLevel", changeLevel},
                {"isRunning", isRunning},
                {"commandNames", commandNames}};

}  // namespace
}  // namespace fake

NAPI_MODULE_INIT() {
  for (const auto& method : fake::kMethods) {
    napi_value function = nullptr;
    napi_create_function(env, method.name, NAPI_AUTO_LENGTH, method.function, nullptr, &function);
    napi_set_named_property(env, exports, method.name, function);
  }
  return exports;
}
