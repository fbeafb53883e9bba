#include "test/differential/functions.h"

#include <cstdarg>
#include <cstring>
#include <type_traits>

#include "core/tags.h"
#include "test/differential/plugins.h"
#include "test/differential/scripts.h"
#include "test/differential/values.h"

namespace differential {
namespace {

using mm::AnyFn;
using mm::kPost;
using mm::kPre;
using mm::Phase;

struct Row {
  const char* name;
  int fallback;
};

template <mm::FunctionId, auto, class, int Fallback = 0>
constexpr Row row(const char* name) {
  return {name, Fallback};
}

using namespace mm::tag;
constexpr Row kRows[mm::kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

constexpr const char* kText = "text";

// What a function of the list does, whatever its signature: the place in the list is known when it is compiled.
template <int Place, class R>
struct Bodies {
  using Stored = std::conditional_t<std::is_void_v<R>, int, R>;
  static constexpr bool kHasResult = !std::is_void_v<R>;

  static int fallback() { return std::is_void_v<R> ? 0 : kRows[functions()[Place].id].fallback; }

  // SAFETY: the core points orig_ret and override_ret at a value of the function's own type, or an int.
  static int numberAt(const void* value) {
    Stored stored;
    std::memcpy(&stored, value, sizeof stored);
    return std::is_void_v<R> ? (stored == Stored{} ? kNoValue : kGarbage) : numberOf<Stored>(stored, fallback());
  }

  static R real() {
    const int local = current.localOf(Place);
    if (local < 0) return result(kNoValue);
    note({kReal, local});
    perform(current.real[local].actions);
    return result(current.real[local].value);
  }

  static R nativeHook(int slot, Phase phase) { return result(runNativeHook(slot, current.localOf(Place), phase, numberAt)); }
  static R scriptHook(Phase phase) { return result(runScriptHook(current.localOf(Place), phase, numberAt)); }

  static R result([[maybe_unused]] int number) {
    if constexpr (!std::is_void_v<R>) return valueOf<R>(number, fallback());
  }
};

template <int Place, class Fn>
struct Functions;

template <int Place, class R, class... A>
struct Functions<Place, R (*)(A...)> : Bodies<Place, R> {
  using Body = Bodies<Place, R>;
  static R real(A...) { return Body::real(); }
  template <int Slot, Phase P>
  static R native(A...) {
    return Body::nativeHook(Slot, P);
  }
  template <Phase P>
  static R script(A...) {
    return Body::scriptHook(P);
  }
  static int call(AnyFn entry) {
    const auto typed = reinterpret_cast<R (*)(A...)>(entry);
    if constexpr (std::is_void_v<R>) {
      typed(A{}...);
      return kNoValue;
    } else {
      return numberOf<R>(typed(A{}...), Body::fallback());
    }
  }
};

template <int Place, class First, class Format>
struct Functions<Place, void (*)(First, Format, ...)> : Bodies<Place, void> {
  using Body = Bodies<Place, void>;
  static void expect(const char* format, va_list arguments) {
    char text[64];
    std::vsnprintf(text, sizeof text, format, arguments);
    if (std::strcmp(text, kText) != 0) note({kWrongText});
  }
  static void real(First, Format format, ...) {
    va_list arguments;
    va_start(arguments, format);
    expect(format, arguments);
    va_end(arguments);
    Body::real();
  }
  template <int Slot, Phase P>
  static void native(First, Format format, ...) {
    va_list arguments;
    va_start(arguments, format);
    expect(format, arguments);
    va_end(arguments);
    Body::nativeHook(Slot, P);
  }
  template <Phase P>
  static void script(First, Format format, ...) {
    va_list arguments;
    va_start(arguments, format);
    expect(format, arguments);
    va_end(arguments);
    Body::scriptHook(P);
  }
  static int call(AnyFn entry) {
    char format[] = "%s";
    reinterpret_cast<void (*)(First, Format, ...)>(entry)(First{}, format, kText);
    return kNoValue;
  }
};

template <class Fn>
AnyFn any(Fn* function) {
  return reinterpret_cast<AnyFn>(function);
}

template <class F, Phase P, int... Slot>
void addNative(AnyFn* to, std::integer_sequence<int, Slot...>) {
  ((to[Slot + 1] = any(&F::template native<Slot + 1, P>)), ...);
}

template <class Table>
constexpr mm::FunctionId kFirst = std::is_same_v<Table, enginefuncs_t>   ? mm::kEngineFirst
                                  : std::is_same_v<Table, DLL_FUNCTIONS> ? mm::kDllFirst
                                                                         : mm::kNewDllFirst;

template <int Place, class Table, class Fn>
Listed listed(Fn Table::*member, bool hasReal) {
  using F = Functions<Place, Fn>;
  static const Table empty = {};
  const auto offset = reinterpret_cast<const char*>(&(empty.*member)) - reinterpret_cast<const char*>(&empty);
  const mm::FunctionId id = kFirst<Table> + static_cast<int>(offset / sizeof(AnyFn));
  Listed made{id, kRows[id].name, hasReal, F::kHasResult, any(&F::real), {}, {}, &F::call};
  addNative<F, kPre>(made.nativeHooks[kPre], std::make_integer_sequence<int, kSlots>{});
  addNative<F, kPost>(made.nativeHooks[kPost], std::make_integer_sequence<int, kSlots>{});
  made.scriptHooks[kPre] = any(&F::template script<kPre>);
  made.scriptHooks[kPost] = any(&F::template script<kPost>);
  return made;
}

template <auto Member, bool HasReal = true>
struct Of {
  static constexpr auto kMember = Member;
  static constexpr bool kHasReal = HasReal;
};

template <auto Member>
using Missing = Of<Member, false>;

template <class... Entry>
struct List {
  template <int... Place>
  static std::vector<Listed> make(std::integer_sequence<int, Place...>) {
    return {listed<Place>(Entry::kMember, Entry::kHasReal)...};
  }
  static std::vector<Listed> make() { return make(std::make_integer_sequence<int, sizeof...(Entry)>{}); }
};

using All = List<
    Of<&DLL_FUNCTIONS::pfnSpawn>,                        // int
    Of<&DLL_FUNCTIONS::pfnThink>,                        // void
    Missing<&DLL_FUNCTIONS::pfnClientConnect>,           // qboolean, TRUE by default
    Of<&NEW_DLL_FUNCTIONS::pfnShouldCollide>,            // int, 1 by default
    Missing<&DLL_FUNCTIONS::pfnSpectatorConnect>,        // void
    Missing<&DLL_FUNCTIONS::pfnGetHullBounds>,           // int
    Missing<&DLL_FUNCTIONS::pfnGetGameDescription>,      // const char *
    Of<&DLL_FUNCTIONS::pfnPM_FindTextureType>,           // char
    Of<&DLL_FUNCTIONS::pfnAddToFullPack>,                // int, seven arguments
    Of<&NEW_DLL_FUNCTIONS::pfnOnFreeEntPrivateData>,     // void
    Of<&enginefuncs_t::pfnEntIsOnFloor>,                 // int
    Of<&enginefuncs_t::pfnAllocString>,                  // string_t
    Of<&enginefuncs_t::pfnVecToYaw>,                     // float
    Of<&enginefuncs_t::pfnRandomFloat>,                  // float of floats
    Of<&enginefuncs_t::pfnCreateNamedEntity>,            // edict_t *
    Of<&enginefuncs_t::pfnGetVarsOfEnt>,                 // entvars_t *
    Of<&enginefuncs_t::pfnSzFromIndex>,                  // const char *
    Of<&enginefuncs_t::pfnGetInfoKeyBuffer>,             // char *
    Of<&enginefuncs_t::pfnPvEntPrivateData>,             // void *
    Of<&enginefuncs_t::pfnSetFatPVS>,                    // unsigned char *
    Of<&enginefuncs_t::pfnLoadFileForMe>,                // byte *
    Of<&enginefuncs_t::pfnGetPlayerWONId>,               // unsigned int
    Of<&enginefuncs_t::pfnCRC32_Final>,                  // CRC32_t
    Of<&enginefuncs_t::pfnFunctionFromName>,             // unsigned long
    Of<&enginefuncs_t::pfnPrecacheEvent>,                // unsigned short
    Of<&enginefuncs_t::pfnPlaybackEvent>,                // void, twelve arguments
    Of<&enginefuncs_t::pfnClientCommand>,                // variadic
    Of<&enginefuncs_t::pfnAlertMessage>,                 // variadic
    Of<&enginefuncs_t::pfnEngineFprintf>>;               // variadic

}  // namespace

const std::vector<Listed>& functions() {
  static const std::vector<Listed> all = All::make();
  return all;
}

int callHooked(int listed) {
  const Listed& function = functions()[listed];
  return function.call(hookedTables().at[function.id]);
}

}  // namespace differential
