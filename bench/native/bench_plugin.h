#pragma once

#include "metamod/metamod.h"

// Fills (1) or clears (0) the plugin's hooks of one phase.
using BenchHook = void (*)(int phase, int on);
