// Finds out what becomes of hooks' answers on this host: a harmless function is called through its hook tables, with
// hooks of our own that answer what is to be tried. Names and versions prove nothing; behaviour does.
#pragma once

namespace mm {

// Runs once, in the first hook that the host calls us for, and says in the log what it found.
void testHost();

}  // namespace mm
