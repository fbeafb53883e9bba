// ClientCommand, AlertMessage and EngineFprintf: formatted once when hooked, untouched when not.
#include "test/core/hooks.h"

namespace {

enginefuncs_t& engineOfGame() { return *server->hooked.engine(); }

void notingAlert(ALERT_TYPE, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  note(std::string(format) + "|" + va_arg(arguments, const char*));
  va_end(arguments);
  answer(MRES_IGNORED);
}

void supercedingAlert(ALERT_TYPE, const char*, ...) { answer(MRES_SUPERCEDE); }

void hookAlert(PluginControl& plugin) {
  plugin.engineHooks[mm::kPre]->pfnAlertMessage = notingAlert;
  nextFrame();
}

}  // namespace

TEST("a hooked variadic function passes the text that its arguments make, floats included, as (\"%s\", text)") {
  Server host;
  hookAlert(host.load(1, "plugin_a.so"));
  engineOfGame().pfnAlertMessage(at_logged, "%s %.3f %d %c", "pi", 3.14159, 7, 'x');
  CHECK_EQ(traced(), "%s|pi 3.142 7 x");
  CHECK_EQ(host.engineLog.at(0), "pi 3.142 7 x");
}

TEST("an unhooked variadic function reaches the engine with its arguments as they were") {
  Server host;
  engineOfGame().pfnAlertMessage(at_logged, "%s %.3f %d %d %d %d %d %.1f", "many", 0.5, 1, 2, 3, 4, 5, 6.0);
  CHECK_EQ(host.engineLog.at(0), "many 0.500 1 2 3 4 5 6.0");
}

TEST("a text of any length passes a hooked variadic function whole") {
  Server host;
  hookAlert(host.load(1, "plugin_a.so"));
  const std::string longText(3000, 'y');
  engineOfGame().pfnAlertMessage(at_logged, "%s!", longText.c_str());
  CHECK_EQ(traced(), "%s|" + longText + "!");
}

TEST("percent signs in the text are not read as a format again") {
  Server host;
  hookAlert(host.load(1, "plugin_a.so"));
  engineOfGame().pfnAlertMessage(at_logged, "%s", "100%s %n");
  CHECK_EQ(host.engineLog.at(0), "100%s %n");
}

TEST("a null format makes an empty text") {
  Server host;
  hookAlert(host.load(1, "plugin_a.so"));
  const char* volatile nothing = nullptr;
  engineOfGame().pfnAlertMessage(at_logged, nothing);
  CHECK_EQ(traced(), "%s|");
}

TEST("a hooked variadic function can be superceded") {
  Server host;
  host.load(1, "plugin_a.so").engineHooks[mm::kPre]->pfnAlertMessage = supercedingAlert;
  nextFrame();
  engineOfGame().pfnAlertMessage(at_logged, "not heard");
  CHECK_EQ(host.engineLog.size(), 0U);
}
