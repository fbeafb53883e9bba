#include "fake-engine/tutor.h"

#include <algorithm>
#include <cstring>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

int* countOf(int message) {
  return message >= 0 && message < Tutor::kMessages ? &engine().tutor.shown[static_cast<size_t>(message)] : nullptr;
}

void registerShown(int message) {
  if (int* count = countOf(message)) ++*count;
}

int timesShown(int message) {
  const int* count = countOf(message);
  return count ? *count : -1;
}

// The buffer says by how much each count goes down.
void processDecay(int* buffer, int length) {
  for (int i = 0; buffer && i < std::min(length, Tutor::kMessages); ++i) {
    int& count = engine().tutor.shown[static_cast<size_t>(i)];
    count = std::max(0, count - buffer[i]);
  }
}

void constructDecay(int* buffer, int length) {
  for (int i = 0; buffer && i < std::min(length, Tutor::kMessages); ++i) buffer[i] = *countOf(i);
}

void resetDecay() { engine().tutor.shown.fill(0); }

int isCareerMatch() { return 0; }

// No file of localized texts is loaded, so a label stands for itself, as on a server whose language lacks it.
int localizedLength(const char* label) { return label ? static_cast<int>(std::strlen(label)) : 0; }

// No .seq file is loaded: entries and sentences are looked up in vain.
void* sequenceGet(const char*, const char*) { return nullptr; }

void* sequencePickSentence(const char*, int, int* picked) {
  if (picked) *picked = 0;
  return nullptr;
}

}  // namespace

void addTutorFunctions(enginefuncs_t& table) {
  table.pfnRegisterTutorMessageShown = registerShown;
  table.pfnGetTimesTutorMessageShown = timesShown;
  table.pfnProcessTutorMessageDecayBuffer = processDecay;
  table.pfnConstructTutorMessageDecayBuffer = constructDecay;
  table.pfnResetTutorMessageDecayData = resetDecay;
  table.pfnIsCareerMatch = isCareerMatch;
  table.pfnGetLocalizedStringLength = localizedLength;
  table.pfnSequenceGet = sequenceGet;
  table.pfnSequencePickSentence = sequencePickSentence;
}

}  // namespace fake
