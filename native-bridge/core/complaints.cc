#include "core/complaints.h"

#include "core/dispatch.h"
#include "core/format.h"
#include "core/functions.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

Complaint kindOf(int answer) {
  if (answer == MRES_SUPERCEDE) return Complaint::SupercedeInPost;
  return answer == MRES_UNSET ? Complaint::NoResult : Complaint::UnknownResult;
}

std::string textOf(Complaint complaint, const char* function, const char* hook, int answer) {
  switch (complaint) {
    case Complaint::NoResult:
      return formatted("did not set meta_result in %s, %s; counted as IGNORED. "
                       "Have every way out of the hook set it, by RETURN_META or RETURN_META_VALUE.", function, hook);
    case Complaint::UnknownResult:
      return formatted("set meta_result to %d in %s, %s; counted as IGNORED. "
                       "Set one of MRES_IGNORED, MRES_HANDLED, MRES_OVERRIDE, MRES_SUPERCEDE.", answer, function, hook);
    case Complaint::SupercedeInPost:
      return formatted("answered SUPERCEDE in post hook %s; counted as OVERRIDE, because the real function already ran. "
                       "Answer MRES_OVERRIDE, or supercede in a pre hook.", function);
  }
  return {};
}

}  // namespace

void Complaints::sayOnce(int slot, FunctionId id, Phase phase, int answer) {
  // A hook that had its own plugin unloaded: nobody is left to be told, and the slot may be another's by now.
  if (*running.hook->entry == nullptr) return;
  const Complaint complaint = kindOf(answer);
  if (!said_.insert({slot, id, complaint}).second) return;
  const char* const hook = phase == kPre ? "a pre hook" : "a post hook";
  report(formatted("[META] ERROR: plugin '%s' ", state().plugins.nameOf(slot)) +
         textOf(complaint, functionRow(id).name, hook, answer));
}

void Complaints::forget(int slot) {
  std::erase_if(said_, [slot](const auto& entry) { return std::get<0>(entry) == slot; });
}

}  // namespace mm
