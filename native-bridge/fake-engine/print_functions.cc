// Text for people: the server's console and log, and the players' screens.
#include <cstdarg>
#include <cstdio>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

std::string prefixOf(ALERT_TYPE type) {
  switch (type) {
    case at_notice: return "NOTE:  ";
    case at_warning: return "WARNING:  ";
    case at_error: return "ERROR:  ";
    default: return "";
  }
}

void alertMessage(ALERT_TYPE type, const char* format, ...) {
  if (!format) return;
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatText(format, arguments);
  va_end(arguments);
  Engine& e = engine();
  const float developer = e.cvars.number("developer");
  if (type == at_logged) {
    e.console.log(text, e.cvars.number("mp_logecho") != 0);
  } else if (developer >= (type == at_aiconsole ? 2 : 1)) {
    // As GoldSrc does: none of these is shown while `developer` is 0.
    e.console.write(prefixOf(type) + text);
  }
}

void engineFprintf(FILE* file, char* format, ...) {
  if (!file || !format) return;
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatText(format, arguments);
  va_end(arguments);
  // SAFETY: the caller opened the file and has not closed it; the engine never keeps it.
  std::fputs(text.c_str(), file);
}

void serverPrint(const char* text) {
  if (text) engine().console.write(text);
}

void clientPrintf(edict_t* edict, PRINT_TYPE type, const char* text) {
  Client* client = engine().clients.of(edict);
  if (!client || !text) {
    engine().console.line("ClientPrintf: the entity is no connected client");
    return;
  }
  // A bot has no screen.
  if (client->isBot) return;
  client->show(type == print_center ? "center: " : "", text);
}

void clientCommand(edict_t* edict, const char* format, ...) {
  if (!format) return;
  va_list arguments;
  va_start(arguments, format);
  const std::string text = formatText(format, arguments);
  va_end(arguments);
  Client* client = engine().clients.of(edict);
  if (!client) {
    engine().console.line("ClientCommand: the entity is no connected client");
  } else if (!client->isBot) {
    client->stuff(text);
  }
}

void endSection(const char* name) { engine().console.line("EndSection: %s", name ? name : ""); }

}  // namespace

void addPrintFunctions(enginefuncs_t& table) {
  table.pfnAlertMessage = alertMessage;
  table.pfnEngineFprintf = engineFprintf;
  table.pfnServerPrint = serverPrint;
  table.pfnClientPrintf = clientPrintf;
  table.pfnClientCommand = clientCommand;
  table.pfnEndSection = endSection;
}

}  // namespace fake
