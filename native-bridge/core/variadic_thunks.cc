// Thunks for the three functions that take "...": a jump through the slot that disturbs neither stack nor argument
// registers, so that an unhooked call reaches the engine exactly as it was made.
#include <cstdlib>

#include "core/thunk.h"

static_assert(offsetof(enginefuncs_t, pfnClientCommand) == 41 * sizeof(mm::AnyFn));
static_assert(offsetof(enginefuncs_t, pfnAlertMessage) == 61 * sizeof(mm::AnyFn));
static_assert(offsetof(enginefuncs_t, pfnEngineFprintf) == 62 * sizeof(mm::AnyFn));

// Hidden, yet global to the assembler: on arm64 the linker finds a local label's place by way of its section, and would
// give all three the address of the first.
extern "C" {
[[gnu::visibility("hidden")]] void mm_thunk_client_command();
[[gnu::visibility("hidden")]] void mm_thunk_alert_message();
[[gnu::visibility("hidden")]] void mm_thunk_engine_fprintf();
}

asm(R"(
  .globl mm_thunk_client_command, mm_thunk_alert_message, mm_thunk_engine_fprintf
  .hidden mm_thunk_client_command, mm_thunk_alert_message, mm_thunk_engine_fprintf
)");

#if defined(__x86_64__)
asm(R"(
  .pushsection .text
  .hidden mm_slots
  .type mm_thunk_client_command, @function
mm_thunk_client_command: jmp *mm_slots+41*8(%rip)
  .type mm_thunk_alert_message, @function
mm_thunk_alert_message: jmp *mm_slots+61*8(%rip)
  .type mm_thunk_engine_fprintf, @function
mm_thunk_engine_fprintf: jmp *mm_slots+62*8(%rip)
  .popsection
)");
#elif defined(__i386__)
// %eax carries no argument in cdecl; a call to the next instruction is how position-independent code learns its place.
asm(R"(
  .pushsection .text
  .hidden mm_slots
  .macro mm_jump_through_slot index
  call 1f
1:
  popl %eax
  addl $_GLOBAL_OFFSET_TABLE_+(.-1b), %eax
  jmp *mm_slots@GOTOFF+\index*4(%eax)
  .endm
  .type mm_thunk_client_command, @function
mm_thunk_client_command: mm_jump_through_slot 41
  .type mm_thunk_alert_message, @function
mm_thunk_alert_message: mm_jump_through_slot 61
  .type mm_thunk_engine_fprintf, @function
mm_thunk_engine_fprintf: mm_jump_through_slot 62
  .popsection
)");
#elif defined(__aarch64__)
// x16 is the register that the procedure call standard leaves to code between a call and its target.
asm(R"(
  .pushsection .text
  .hidden mm_slots
  .macro mm_jump_through_slot index
  adrp x16, mm_slots+\index*8
  ldr x16, [x16, :lo12:mm_slots+\index*8]
  br x16
  .endm
  .type mm_thunk_client_command, %function
mm_thunk_client_command: mm_jump_through_slot 41
  .type mm_thunk_alert_message, %function
mm_thunk_alert_message: mm_jump_through_slot 61
  .type mm_thunk_engine_fprintf, %function
mm_thunk_engine_fprintf: mm_jump_through_slot 62
  .popsection
)");
#else
#error "variadic_thunks.cc: no thunk for this processor; add one beside those for x86-64, i386 and arm64"
#endif

namespace mm {

AnyFn variadicThunk(FunctionId id) {
  switch (id) {
    case 41: return &mm_thunk_client_command;
    case 61: return &mm_thunk_alert_message;
    case 62: return &mm_thunk_engine_fprintf;
    default: std::abort();  // The api/ rows name another variadic function: it needs a thunk above.
  }
}

}  // namespace mm
