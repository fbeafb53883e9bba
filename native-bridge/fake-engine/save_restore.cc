#include "fake-engine/save_restore.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "fake-engine/engine.h"

namespace fake {
namespace {

constexpr int kBufferBytes = 256 * 1024;
constexpr int kTokens = 1024;
constexpr int kHeaderFields = 2;
constexpr char kHeaderName[] = "GameHeader";

// The view of the buffer that engine and game pass to each other.
struct View {
  std::vector<char*> tokens = std::vector<char*>(kTokens, nullptr);
  SAVERESTOREDATA data{};

  View(std::vector<char>& bytes, std::vector<ENTITYTABLE>& table, float time) {
    data.pBaseData = data.pCurrentData = bytes.data();
    data.bufferSize = static_cast<int>(bytes.size());
    data.tokenCount = kTokens;
    data.pTokens = tokens.data();
    data.pTable = table.data();
    data.tableCount = static_cast<int>(table.size());
    data.time = time;
    std::snprintf(data.szCurrentMapName, sizeof data.szCurrentMapName, "%s", engine().server.mapName().c_str());
    engine().globals.pSaveData = &data;
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  ~View() { engine().globals.pSaveData = nullptr; }

  void moveTo(int location) {
    data.size = location;
    data.pCurrentData = data.pBaseData + location;
  }
};

}  // namespace

TYPEDESCRIPTION* SaveRestore::headerFields() {
  static TYPEDESCRIPTION fields[kHeaderFields] = {
      {FIELD_CHARACTER, "mapName", offsetof(Header, map), sizeof(Header::map), 0},
      {FIELD_TIME, "time", offsetof(Header, time), 1, 0}};
  return fields;
}

bool SaveRestore::save(const std::string& name) {
  Engine& e = engine();
  if (!e.server.isActive()) return false;
  Saved saved{e.server.mapName(), e.globals.time, std::vector<char>(kBufferBytes), {}, {}};
  saved.table.resize(static_cast<size_t>(e.edicts.count()));
  saved.classNames.resize(saved.table.size());
  View view(saved.bytes, saved.table, saved.time);

  Header header{};
  std::snprintf(header.map, sizeof header.map, "%s", saved.map.c_str());
  header.time = saved.time;
  e.library.call(&DLL_FUNCTIONS::pfnSaveWriteFields, &view.data, static_cast<const char*>(kHeaderName),
                 static_cast<void*>(&header), headerFields(), kHeaderFields);
  e.library.call(&DLL_FUNCTIONS::pfnSaveGlobalState, &view.data);
  for (int i = 0; i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    ENTITYTABLE& row = saved.table[static_cast<size_t>(i)];
    row = {i, entity, view.data.size, 0, 0, entity->v.classname};
    if (entity->free || !entity->pvPrivateData) continue;
    saved.classNames[static_cast<size_t>(i)] = e.table.pfnSzFromIndex(entity->v.classname);
    view.data.currentIndex = i;
    e.library.call(&DLL_FUNCTIONS::pfnSave, entity, &view.data);
    row.size = view.data.size - row.location;
  }
  // What game code wrote past the end would have shown before; this is the mark of a size that lies.
  if (view.data.size > kBufferBytes) return false;
  saves_[name] = std::move(saved);
  return true;
}

void SaveRestore::restore(const std::string& name) {
  Engine& e = engine();
  Saved& saved = saves_.at(name);
  View view(saved.bytes, saved.table, saved.time);
  Header header{};
  e.library.call(&DLL_FUNCTIONS::pfnSaveReadFields, &view.data, static_cast<const char*>(kHeaderName),
                 static_cast<void*>(&header), headerFields(), kHeaderFields);
  e.library.call(&DLL_FUNCTIONS::pfnRestoreGlobalState, &view.data);
  e.globals.time = saved.time;
  for (ENTITYTABLE& row : saved.table) {
    const size_t index = static_cast<size_t>(row.id);
    edict_t* entity = e.edicts.at(row.id);
    row.pent = entity;
    const bool isSameClass = !entity->free && entity->pvPrivateData &&
                             saved.classNames[index] == e.table.pfnSzFromIndex(entity->v.classname);
    if (!row.size || !isSameClass) continue;
    view.data.currentIndex = row.id;
    view.moveTo(row.location);
    constexpr int kNotGlobal = 0;
    if (e.library.call(&DLL_FUNCTIONS::pfnRestore, entity, &view.data, kNotGlobal) < 0) e.edicts.free(entity);
  }
}

}  // namespace fake
