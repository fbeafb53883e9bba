// What tells one stub from another. Both texts are written into a copy of the template library when the plugin is
// listed; see packages/loader/src/stamp.ts for the form of a field.
#pragma once

namespace mm::stub {

struct Field {
  char text[512];
};

// In another file than the code that reads them, so that no compiler takes the unstamped texts for the real ones.
extern const Field sourceField;  // the plugin, absolute or relative to the game directory
extern const Field coreField;    // the core library, absolute or relative to the stub's own folder

}  // namespace mm::stub
