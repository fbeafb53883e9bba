// A script hook is, for the core, a plugin's hook function like any other. Its body is the same for all functions: put
// the arguments into a frame, cross into JavaScript once, copy back what was written, and return the answer's value.
#include "node/script_hooks.h"

#include <cstdarg>
#include <tuple>

#include "node/shape.h"

namespace mm::node {
namespace {

template <const FunctionInfo& function, Phase phase, class Signature, class Function>
struct ScriptHook;

template <const FunctionInfo& function, Phase phase, class ResultTag, std::size_t... at, class... Tags, class R,
          class... C>
struct ScriptHook<function, phase, ResultTag(tag::At<at, Tags>...), R (*)(C...)> {
  using FrameShape = Shape<ResultTag(tag::At<at, Tags>...), R (*)(C...)>;

  static R run(C... arguments) {
    Bridge& bridge = theBridge;
    const void* const addresses[] = {static_cast<const void*>(&arguments)..., nullptr};
    HookFrame frame(bridge, function, phase, FrameShape::kFrameSize, addresses);
    if (!frame.pushed()) [[unlikely]] return R();
    loadArguments(bridge, frame, std::index_sequence_for<C...>{}, std::tie(arguments...));
    loadResults(bridge, frame);
    const bool answered = frame.cross();
    if (frame.header().dirty) [[unlikely]] {
      storeWritten(bridge, frame, std::index_sequence_for<C...>{}, std::tie(arguments...));
    }
    if constexpr (FrameShape::kHasResult) {
      if (answered) return Result<ResultTag, R>::decode(bridge, frame.header().result, frame.resultReference());
      return R();
    }
  }

 private:
  static void loadResults([[maybe_unused]] Bridge& bridge, [[maybe_unused]] const HookFrame& frame) {
    if constexpr (FrameShape::kHasResult) {
      // SAFETY: the core points both at a value of the function's own result type.
      const auto* original = static_cast<const R*>(frame.original());
      const auto* overriding = static_cast<const R*>(frame.overriding());
      if (original) Result<ResultTag, R>::encode(bridge, frame.header().original, *original);
      if (overriding) Result<ResultTag, R>::encode(bridge, frame.header().override, *overriding);
    }
  }

  using Values = std::tuple<const C&...>;

  // Whether the argument is a buffer whose size its caller chose and says in the next one (pfnConnectionlessPacket).
  template <std::size_t index>
  static constexpr bool isSizedBuffer() {
    if constexpr (index + 1 < sizeof...(C)) {
      return std::is_same_v<std::tuple_element_t<index + 1, std::tuple<Tags...>>, tag::IntInOut> &&
             requires(std::byte* place, Values values) {
               std::tuple_element_t<index, std::tuple<Marshal<Tags, C>...>>::store(
                   theBridge, place, std::get<index>(values), std::size_t{});
             };
    }
    return false;
  }

  template <std::size_t index>
  static std::size_t roomIn(const Values& values) {
    const int* size = std::get<index + 1>(values);
    return size && *size > 0 ? static_cast<std::size_t>(*size) : 0;
  }

  template <std::size_t index, class M>
  static void loadOne(Bridge& bridge, const HookFrame& frame, std::byte* place, const Values& values) {
    const auto& value = std::get<index>(values);
    if constexpr (isSizedBuffer<index>()) {
      M::load(bridge, place, value, frame.returned(), roomIn<index>(values));
    } else {
      M::load(bridge, place, value, frame.returned());
    }
  }

  template <std::size_t... index>
  static void loadArguments([[maybe_unused]] Bridge& bridge, [[maybe_unused]] const HookFrame& frame,
                            std::index_sequence<index...>, [[maybe_unused]] const Values& values) {
    (loadOne<index, Marshal<Tags, C>>(bridge, frame, frame.at(at), values), ...);
  }

  template <std::size_t index, class M>
  static void storeOne([[maybe_unused]] Bridge& bridge, [[maybe_unused]] const std::byte* place,
                       [[maybe_unused]] const Values& values) {
    if constexpr (isSizedBuffer<index>()) {
      M::store(bridge, place, std::get<index>(values), roomIn<index>(values));
    } else if constexpr (M::info.writable) {
      M::store(bridge, place, std::get<index>(values));
    }
  }

  // A buffer is stored before its size, which may be written too.
  template <std::size_t... index>
  static void storeWritten(Bridge& bridge, const HookFrame& frame, std::index_sequence<index...>,
                           const Values& values) {
    [[maybe_unused]] const int32_t dirty = frame.header().dirty;
    ((dirty & (1 << index) ? storeOne<index, Marshal<Tags, C>>(bridge, frame.at(at), values) : void()), ...);
  }
};

// The core has formatted already: the format is "%s" and one text follows.
template <const FunctionInfo& function, Phase phase, class Signature, class R, class First, class Text>
struct ScriptHook<function, phase, Signature, R (*)(First, Text, ...)> {
  static R run(First first, Text format, ...) {
    va_list rest;
    va_start(rest, format);
    // SAFETY: the core promises exactly one `const char *` after the format.
    const char* text = va_arg(rest, const char*);
    va_end(rest);
    return ScriptHook<function, phase, Signature, R (*)(First, Text)>::run(first, const_cast<Text>(text));
  }
};

// SAFETY: the core calls an entry with the signature of the table's member, from which it was made.
template <class Function>
AnyFn anyFunction(Function function) {
  return reinterpret_cast<AnyFn>(function);
}

using Hooks = std::array<AnyFn, 2>;

// The default result, a row's fourth argument, is the core's affair.
template <FunctionId id, auto Member, class Signature, int = 0>
struct HookRow {
  using Function = typename MemberOf<Member>::FunctionType;
  static constexpr FunctionInfo kFunction = Shape<Signature, Function>::functionInfo(id);

  static Hooks hooks() {
    return {anyFunction(&ScriptHook<kFunction, kPre, Signature, Function>::run),
            anyFunction(&ScriptHook<kFunction, kPost, Signature, Function>::run)};
  }
};

template <FunctionId id, auto Member, class Signature, int defaultResult = 0>
Hooks row(const char*) {
  return HookRow<id, Member, Signature, defaultResult>::hooks();
}

using namespace tag;

const Hooks kRows[kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

}  // namespace

const AnyFn (*scriptHooks())[kFunctionCount] {
  static AnyFn hooks[2][kFunctionCount];
  for (FunctionId id = 0; id < kFunctionCount; ++id) {
    hooks[kPre][id] = kRows[id][kPre];
    hooks[kPost][id] = kRows[id][kPost];
  }
  return hooks;
}

}  // namespace mm::node
