// Every build proves that the structs of our headers lie in memory as the engines' do: each assert names a size or an
// offset that was measured, for the word size that is being built.
#include "metamod/layout_asserts.h"
