#include "test/check.h"

int main(int count, char** words) { return check::run(count, words); }
