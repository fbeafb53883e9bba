// The engine's own things for JavaScript: strings of its pool, entity pointers inside entities, cvars, files, and what
// lies behind the few kinds of pointer that may be looked into.
#include "node/arguments.h"
#include "node/methods.h"
#include "node/pointer.h"

namespace mm::node {
namespace {

// Visibility sets are at least this long in every engine: 8192 leafs, one bit each.
constexpr int kVisibilityBytes = 1024;

napi_value stringOf(Arguments& in) {
  const int handle = in.integer("handle", INT32_MIN, INT32_MAX);
  const globalvars_t* globals = in.core().globals();
  if (!in.good()) return nullptr;
  if (handle == 0 || !globals || !globals->pStringBase) return textToJs(in.env(), "");
  // SAFETY: a string handle is an offset from the pool's base, possibly negative, and the engine gave it to us.
  return textToJs(in.env(), globals->pStringBase + handle);
}

napi_value allocString(Arguments& in) {
  const std::string text = in.text("text");
  return in.good() ? numberToJs(in.env(), in.core().engine()->pfnAllocString(text.c_str())) : nullptr;
}

constexpr std::size_t kVars = offsetof(edict_t, v);

// The fields of an entity that name another. pContainingEntity is not among them: it must name the entity itself.
constexpr std::size_t kEntityFields[] = {
    kVars + offsetof(entvars_t, chain),        kVars + offsetof(entvars_t, dmg_inflictor),
    kVars + offsetof(entvars_t, enemy),        kVars + offsetof(entvars_t, aiment),
    kVars + offsetof(entvars_t, owner),        kVars + offsetof(entvars_t, groundentity),
    kVars + offsetof(entvars_t, euser1),       kVars + offsetof(entvars_t, euser2),
    kVars + offsetof(entvars_t, euser3),       kVars + offsetof(entvars_t, euser4),
};

bool isEntityField(std::size_t offset) {
  for (const std::size_t field : kEntityFields) {
    if (field == offset) return true;
  }
  return false;
}

napi_value setEdictField(Arguments& in) {
  edict_t* entity = in.entity("entityIndex");
  const int offset = in.integer("offset", 0, sizeof(edict_t) - sizeof(edict_t*));
  edict_t* target = in.entity("targetIndex");
  if (!in.good()) return nullptr;
  if (!entity) return in.refuse(Complaint::Range, "entityIndex must name an entity, got -1");
  if (!isEntityField(static_cast<std::size_t>(offset))) {
    return in.refuse(Complaint::Range, "no field at offset " + std::to_string(offset) + " may hold an entity");
  }
  // SAFETY: the entity was checked to be in the engine's array, and the offset to be one of its edict_t * fields.
  std::memcpy(reinterpret_cast<std::byte*>(entity) + offset, &target, sizeof target);
  return nullptr;
}

napi_value pointerText(Arguments& in) {
  void* address = nullptr;
  tag::PointerType type{};
  if (!anyPointerFromJs(in.bridge(), in.value(), in.place(), address, type)) return nullptr;
  if (type != tag::PointerType::infoBuffer && type != tag::PointerType::fileBuffer) {
    return in.refuse(Complaint::Type, std::string("a Pointer of type ") + nameOf(type) + " does not point to text");
  }
  // SAFETY: info buffers are text, and the engine puts a NUL behind every file it loads.
  return textToJs(in.env(), static_cast<const char*>(address));
}

napi_value bytesToJs(napi_env env, const void* bytes, std::size_t length) {
  void* data = nullptr;
  napi_value buffer = nullptr, array = nullptr;
  if (!check(env, napi_create_arraybuffer(env, length, &data, &buffer))) return nullptr;
  if (length > 0) std::memcpy(data, bytes, length);
  check(env, napi_create_typedarray(env, napi_uint8_array, length, buffer, 0, &array));
  return array;
}

napi_value pointerBytes(Arguments& in) {
  void* address = nullptr;
  if (!pointerFromJs(in.bridge(), in.value(), tag::PointerType::visibility, in.place(), address)) return nullptr;
  const int length = in.integer("length", 0, kVisibilityBytes);
  if (!in.good()) return nullptr;
  return bytesToJs(in.env(), address, address ? static_cast<std::size_t>(length) : 0);
}

// Null after a complaint.
const cvar_t* cvarFrom(Arguments& in) {
  void* address = nullptr;
  if (!pointerFromJs(in.bridge(), in.value(), tag::PointerType::cvar, in.place(), address)) return nullptr;
  if (!address) in.refuse(Complaint::Type, "expected a Pointer of type cvar, got null");
  // SAFETY: pointers of this type come from the engine or the core, and cvars are never freed.
  return static_cast<const cvar_t*>(address);
}

const char* textOf(const cvar_t& cvar) { return cvar.string ? cvar.string : ""; }

// Without the object that readCvar makes: watched cvars are looked at in every frame.
napi_value cvarText(Arguments& in) {
  const cvar_t* cvar = cvarFrom(in);
  return cvar ? textToJs(in.env(), textOf(*cvar)) : nullptr;
}

napi_value readCvar(Arguments& in) {
  const cvar_t* cvar = cvarFrom(in);
  if (!cvar) return nullptr;
  napi_env env = in.env();
  napi_value result = nullptr;
  if (!check(env, napi_create_object(env, &result))) return nullptr;
  setProperty(env, result, "name", textToJs(env, cvar->name));
  setProperty(env, result, "string", textToJs(env, textOf(*cvar)));
  setProperty(env, result, "flags", numberToJs(env, cvar->flags));
  setProperty(env, result, "value", numberToJs(env, cvar->value));
  return result;
}

napi_value loadFile(Arguments& in) {
  const std::string path = in.text("path");
  if (!in.good()) return nullptr;
  const enginefuncs_t& engine = *in.core().engine();
  int length = 0;
  byte* bytes = engine.pfnLoadFileForMe(path.c_str(), &length);
  if (!bytes) return nullToJs(in.env());
  // SAFETY: the engine says how long its buffer is, and keeps it until we give it back.
  napi_value result = bytesToJs(in.env(), bytes, length > 0 ? static_cast<std::size_t>(length) : 0);
  engine.pfnFreeFile(bytes);
  return result;
}

}  // namespace

void addEngineMethods(Methods& methods) {
  methods.push_back(describeMethod<stringOf>("string"));
  methods.push_back(describeMethod<allocString, Needs::Engine>("allocString"));
  methods.push_back(describeMethod<setEdictField>("setEdictField"));
  methods.push_back(describeMethod<pointerText>("pointerText"));
  methods.push_back(describeMethod<pointerBytes>("pointerBytes"));
  methods.push_back(describeMethod<readCvar>("readCvar"));
  methods.push_back(describeMethod<cvarText>("cvarText"));
  methods.push_back(describeMethod<loadFile, Needs::Engine>("loadFile"));
}

}  // namespace mm::node
