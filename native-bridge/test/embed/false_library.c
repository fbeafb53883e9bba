/* Nothing of Node is in here. */
int falseLibrary(void) { return 0; }
