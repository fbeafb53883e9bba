// A call from JavaScript: numbers wait in the frame at the top of the scratch block, texts and pointers come as
// arguments. Everything is read into C locals before the function runs, because hooks that it fires use the same
// scratch memory; what the function leaves behind is written to the same place afterwards.
#include "node/calls.h"

#include <tuple>
#include <utility>

#include "node/shape.h"

namespace mm::node {
namespace {

enum class Target : uintptr_t { Real, Hooked };

// Which of the core's tables holds the member, as plugins call engine and game DLL or as every plugin hooks them.
template <class Table>
const Table* tableFor(Core& core, Target target) {
  const bool hooked = target == Target::Hooked;
  if constexpr (std::is_same_v<Table, enginefuncs_t>) return hooked ? core.hookedEngine() : core.pluginEngine();
  if constexpr (std::is_same_v<Table, DLL_FUNCTIONS>) return hooked ? core.hookedDll() : core.gameDll();
  if constexpr (std::is_same_v<Table, NEW_DLL_FUNCTIONS>) return hooked ? core.hookedNewDll() : core.newDll();
}

template <class Table>
constexpr const char* kOwner = std::is_same_v<Table, enginefuncs_t> ? "engine" : "game DLL";

// Counts the call as running, so that nobody closes the bridge under it.
class CallScope {
 public:
  explicit CallScope(Bridge& bridge) : bridge_(bridge), outer_(bridge.position.place()) {
    ++bridge.running;
    if (outer_.standing == Standing::Outside) bridge.outermost = this;
    bridge.position.enterCall();
  }
  ~CallScope() {
    --bridge_.running;
    bridge_.position.leave(outer_);
  }
  CallScope(const CallScope&) = delete;
  CallScope& operator=(const CallScope&) = delete;

 private:
  Bridge& bridge_;
  const Place outer_;
};

// False: an exception is pending.
bool beginCall(napi_env env, napi_callback_info info, FunctionId id, std::size_t wanted, napi_value* references,
               Target& target) {
  void* data = nullptr;
  std::size_t count = wanted;
  if (!check(env, napi_get_cb_info(env, info, &count, references, nullptr, &data))) return false;
  target = static_cast<Target>(reinterpret_cast<uintptr_t>(data));
  if (theBridge.core && theBridge.core->engine()) return true;
  complain(env, Complaint::Error, functionName(id), "no server is running");
  return false;
}

template <class Argument>
bool readOne(CallReader& in, Argument& argument, const std::byte* at) {
  const bool good = argument.read(in, at);
  ++in.parameter;
  return good;
}

// The parameter after a block of bytes says how long it is. A wrong length would let C read or write what is not ours.
template <std::size_t index, class Arguments>
bool lengthFits(CallReader& in, Arguments& arguments) {
  constexpr bool isLast = index + 1 == std::tuple_size_v<Arguments>;
  using Next = std::tuple_element_t<isLast ? index : index + 1, Arguments>;
  if constexpr (!isLast && requires(Next next) { std::get<index>(arguments).items(), next.number; }) {
    const auto length = static_cast<long long>(std::get<index + 1>(arguments).number);
    const auto items = static_cast<long long>(std::get<index>(arguments).items());
    in.parameter = static_cast<int>(index) + 1;
    if (length < 0 || length > items) {
      return in.refuse(Complaint::Range,
                       "must be a length 0.." + std::to_string(items) + ", got " + std::to_string(length));
    }
  }
  return true;
}

template <FunctionId id, class Signature, class Function>
struct Call;

template <FunctionId id, class ResultTag, std::size_t... at, class... Tags, class R, class... C>
struct Call<id, ResultTag(tag::At<at, Tags>...), R (*)(C...)> {
  using CallShape = Shape<ResultTag(tag::At<at, Tags>...), R (*)(C...)>;
  using Arguments = std::tuple<typename Marshal<Tags, C>::Argument...>;

  template <class Invoke>
  static napi_value run(Bridge& bridge, const napi_value* references, Invoke invoke) {
    return run(bridge, references, invoke, std::index_sequence_for<C...>{});
  }

 private:
  template <class Invoke, std::size_t... index>
  static napi_value run(Bridge& bridge, const napi_value* references, Invoke invoke, std::index_sequence<index...>) {
    // There is room: the block holds the frames of all hooks that may be nested, and one more.
    // SAFETY: all offsets of the row lie within kFrameSize, which was worked out from them.
    std::byte* frame = bridge.scratch.data + bridge.scratch.top;
    [[maybe_unused]] CallReader in{bridge, functionName(id), references};
    Arguments arguments;
    const bool good = (readOne(in, std::get<index>(arguments), frame + at) && ... && true) &&
                      (lengthFits<index>(in, arguments) && ... && true);
    if (!good) {
      bridge.structTexts.clear();
      return nullptr;
    }
    // The texts belong to this call from here on; a hook that runs inside it may prepare a call of its own.
    const std::vector<StructText> keptAlive = std::exchange(bridge.structTexts, {});
    CallScope scope(bridge);
    if constexpr (CallShape::kHasResult) {
      const R result = invoke(std::get<index>(arguments).value()...);
      (std::get<index>(arguments).write(bridge, frame + at), ...);
      Result<ResultTag, R>::encode(bridge, frame + offsetof(FrameHeader, result), result);
      return Result<ResultTag, R>::toJs(bridge, result);
    } else {
      invoke(std::get<index>(arguments).value()...);
      (std::get<index>(arguments).write(bridge, frame + at), ...);
      return nullptr;
    }
  }
};

// Adds the "%s" that keeps a text's own percent signs from being read as a format.
template <class R, class First, class Text>
auto invoker(R (*function)(First, Text, ...)) {
  return [function](First first, Text text) { return function(first, const_cast<Text>("%s"), text); };
}
template <class R, class... C>
auto invoker(R (*function)(C...)) {
  return function;
}

template <class Function>
struct WithoutEllipsis {
  using Type = Function;
};
template <class R, class First, class Text>
struct WithoutEllipsis<R (*)(First, Text, ...)> {
  using Type = R (*)(First, Text);
};

template <FunctionId id, auto Member, class Signature>
napi_value callFunction(napi_env env, napi_callback_info info) {
  using Table = typename MemberOf<Member>::TableType;
  using Function = typename MemberOf<Member>::FunctionType;
  constexpr std::size_t kReferences = Shape<Signature, Function>::kReferences;
  napi_value references[kReferences + 1];
  Target target{};
  if (!beginCall(env, info, id, kReferences, references, target)) return nullptr;
  // SAFETY: the core keeps the tables while it is open, and the row's member has the row's own function type.
  const Table* table = tableFor<Table>(*theBridge.core, target);
  const Function function = table ? table->*Member : nullptr;
  if (!function) {
    const std::string why = std::string("the ") + kOwner<Table> + " has no such function";
    return complain(env, Complaint::Error, functionName(id), why);
  }
  return Call<id, Signature, typename WithoutEllipsis<Function>::Type>::run(theBridge, references, invoker(function));
}

template <FunctionId id, auto Member, class Signature, int = 0>
constexpr napi_callback row(const char*) {
  using Function = typename MemberOf<Member>::FunctionType;
  if constexpr (Shape<Signature, Function>::kCallable) return callFunction<id, Member, Signature>;
  return nullptr;
}

using namespace tag;

constexpr napi_callback kCalls[kFunctionCount] = {
#include "core/generated/engine_rows.inc"

#include "core/generated/dll_rows.inc"

#include "core/generated/newdll_rows.inc"
};

}  // namespace

napi_value bindFunction(napi_env env, FunctionId id, bool hooked) {
  if (!kCalls[id]) {
    return complain(env, Complaint::Error, functionName(id),
                    "cannot be called from JavaScript; the SDK has another way to do this");
  }
  napi_value function = nullptr;
  const Target target = hooked ? Target::Hooked : Target::Real;
  void* data = reinterpret_cast<void*>(static_cast<uintptr_t>(target));
  check(env, napi_create_function(env, functionName(id), NAPI_AUTO_LENGTH, kCalls[id], data, &function));
  return function;
}

}  // namespace mm::node
