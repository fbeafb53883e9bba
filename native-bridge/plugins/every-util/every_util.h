/* The parts of the plugin share these. */
#include "metamod/metamod.h"

extern enginefuncs_t engine;
extern mutil_funcs_t util;
extern plugin_info_t info;

/* Server commands that call the functions as they must not be called. */
void callUnknown(void);
void callWithNothing(void);
void callLong(void);
