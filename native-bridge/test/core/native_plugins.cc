// The life of a native plugin, and every way in which one can fail to come up.
#include <elf.h>
#include <unistd.h>

#include "test/core/hooks.h"

namespace {

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

// A copy of the head of this program with some bytes changed, under a name that is removed again.
struct ForgedLibrary {
  std::string path = besideProgram("forged.so");
  ForgedLibrary(std::size_t offset, unsigned char byte) {
    std::FILE* const program = std::fopen("/proc/self/exe", "rb");
    unsigned char head[64] = {};
    CHECK_EQ(std::fread(head, 1, sizeof head, program), sizeof head);
    std::fclose(program);
    head[offset] = byte;
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    std::fwrite(head, 1, sizeof head, file);
    std::fclose(file);
  }
  ~ForgedLibrary() { unlink(path.c_str()); }
};

std::string reasonToOpen(Server& host, const std::string& path) {
  host.core.addNative(1);
  const mm::Outcome outcome = host.core.open(1, path.c_str());
  CHECK(!outcome.ok);
  return outcome.reason;
}

constexpr int kBits = sizeof(void*) * 8;

}  // namespace

TEST("a plugin's exports and getters are called in Metamod's order") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  CHECK_EQ(plugin.calls, "init give query attach new newpost api2 api2post engine enginepost");
  CHECK(plugin.engineGlobals == &host.globals);
  CHECK(plugin.globals == &host.core.dispatch().globals);
  CHECK(host.core.info(1) == plugin.info);
  CHECK_EQ(host.core.slotOf(plugin.info), 1);
  CHECK(host.core.detach(1, PT_ANYTIME, PNL_COMMAND).ok);
  CHECK(contains(plugin.calls, "detach"));
}

TEST("the old GetEntityAPI is asked for only where there is no GetEntityAPI2") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so", [](PluginControl& it) { it.usesOldApi = true; });
  CHECK_EQ(plugin.calls, "init give query attach new newpost api apipost engine enginepost");
}

TEST("a plugin that writes ten getters where there are eight does no harm") {
  Server host;
  host.load(1, "plugin_a.so", [](PluginControl& plugin) { plugin.overrunsGetters = true; });
  CHECK(host.core.info(1) != nullptr);
}

TEST("a plugin gets copies of the game's tables, whose calls pass no hooks, and a null where the game has none") {
  Server host({.setGame = [](GameControl& game) { game.hasNewDll = false; }});
  PluginControl& plugin = host.load(1, "plugin_a.so");
  onSpawn(plugin) = [](edict_t*) { note("hooked"); answer(MRES_IGNORED); return 0; };
  nextFrame();
  CHECK_EQ(plugin.game->dllapi_table->pfnSpawn(nullptr), realSpawn());
  CHECK(plugin.game->dllapi_table != host.core.gameDll());
  CHECK(plugin.game->newapi_table == nullptr);
  CHECK(host.core.newDll() == nullptr);
  CHECK_EQ(traced(), "");
}

TEST("a plugin's own engine calls pass no hooks") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engineHooks[mm::kPre]->pfnTime = [] { note("hooked"); answer(MRES_IGNORED); return 0.0F; };
  nextFrame();
  plugin.engine->pfnTime();
  CHECK_EQ(traced(), "");
  host.hooked.engine()->pfnTime();
  CHECK_EQ(traced(), "hooked");
}

TEST("a plugin that is attached late is told of GameInit once, through its own hook") {
  Server host;
  host.load(1, "plugin_a.so", [](PluginControl& plugin) { plugin.usesPatterns = true; });
  CHECK_EQ(host.seen.size(), 0U);
  CHECK(host.core.attach(1, PT_ANYTIME).ok);
  CHECK_EQ(host.seen.size(), 1U);
  CHECK_EQ(host.seen.at(0).id, mm::dllId(offsetof(DLL_FUNCTIONS, pfnGameInit)));
}

TEST("a plugin that refuses is reported so, and what it said of itself is known") {
  Server host;
  const mm::Outcome query = host.tryLoad(1, "plugin_a.so", [](PluginControl& plugin) { plugin.queryAnswer = 0; });
  CHECK(contains(query.reason, "Meta_Query answered no"));
  CHECK_EQ(host.core.info(1)->name, "plugin_a");
  host.core.remove(1);
  const mm::Outcome attach = host.tryLoad(1, "plugin_a.so", [](PluginControl& plugin) { plugin.attachAnswer = 0; });
  CHECK(contains(attach.reason, "Meta_Attach answered no"));
  host.core.remove(1);
  const mm::Outcome info = host.tryLoad(1, "plugin_a.so", [](PluginControl& plugin) { plugin.givesNoInfo = true; });
  CHECK(contains(info.reason, "no plugin_info_t"));
  CHECK(host.core.info(1) == nullptr);
  host.core.remove(1);
  host.load(1, "plugin_a.so", [](PluginControl& plugin) { plugin.detachAnswer = 0; });
  CHECK(contains(host.core.detach(1, PT_ANYTIME, PNL_COMMAND).reason, "answered no"));
}

TEST("a library that lacks an export is refused with the export's name") {
  Server host;
  CHECK(contains(reasonToOpen(host, besideProgram("test_game.so")), "does not export Meta_Query"));
  CHECK(contains(reasonToOpen(host, besideProgram("missing_give.so")), "does not export GiveFnptrsToDll"));
  CHECK(contains(host.tryLoad(1, "missing_attach.so").reason, "does not export Meta_Attach"));
  CHECK(host.tryLoad(1, "missing_detach.so").ok);
  CHECK(host.core.detach(1, PT_ANYTIME, PNL_COMMAND).ok);
}

TEST("a library that cannot be linked is refused with the loader's words") {
  Server host;
  CHECK(contains(reasonToOpen(host, besideProgram("missing_symbol.so")), "function_that_nobody_has"));
}

TEST("a file that is missing or no library is refused in plain words") {
  Server host;
  CHECK(contains(reasonToOpen(host, "/no/such/file.so"), "cannot be read: No such file or directory. Check the path."));
  CHECK(contains(reasonToOpen(host, "/proc/self/status"), "is not a Linux library"));
  CHECK(contains(reasonToOpen(host, "/proc"), "is not a Linux library"));
}

TEST("a library of the other word size, or for another processor, is refused in plain words") {
  Server host;
  const ForgedLibrary otherSize(EI_CLASS, kBits == 64 ? ELFCLASS32 : ELFCLASS64);
  const std::string sizes = kBits == 64 ? "is a 32-bit library; this server is 64-bit. Use the library's 64-bit build."
                                        : "is a 64-bit library; this server is 32-bit. Use the library's 32-bit build.";
  CHECK(contains(reasonToOpen(host, otherSize.path), sizes.c_str()));
  const ForgedLibrary otherMachine(offsetof(Elf64_Ehdr, e_machine), EM_ARM);
  CHECK(contains(reasonToOpen(host, otherMachine.path), "is built for 32-bit ARM; this server runs on"));
}

TEST("plugin calls on a slot without a native plugin are refused") {
  Server host;
  host.addScript(1, "script");
  CHECK(!host.core.open(1, "x.so").ok);
  CHECK(!host.core.query(2).ok);
  CHECK(!host.core.attach(2, PT_STARTUP).ok);
  CHECK(!host.core.detach(2, PT_STARTUP, PNL_COMMAND).ok);
  host.core.remove(7);
  host.core.setRunning(7, true);
  host.core.setScriptHook(7, 0, mm::kPre, true);
  CHECK_EQ(host.core.hookCount(7), 0);
}
