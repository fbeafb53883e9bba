#include "core/complaints.h"

#include "core/format.h"
#include "core/functions.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {

void Complaints::sayOnce(int slot, FunctionId id, Complaint complaint) {
  if (!said_.insert({slot, id, complaint}).second) return;
  const char* const name = state().plugins.nameOf(slot);
  const char* const function = functionRow(id).name;
  report(complaint == Complaint::NoResult
             ? formatted("[META] ERROR: plugin '%s' did not set meta_result in %s; counted as IGNORED", name, function)
             : formatted("[META] ERROR: plugin '%s' answered SUPERCEDE in post hook %s; counted as OVERRIDE", name,
                         function));
}

void Complaints::forget(int slot) {
  std::erase_if(said_, [slot](const auto& entry) { return std::get<0>(entry) == slot; });
}

}  // namespace mm
