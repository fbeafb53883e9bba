// Makes a stub library out of the template, as the loader does it.
#pragma once

#include <string>

// A copy of the template in a folder of the test's own, with both fields written over.
std::string stampedStub(const std::string& name, const std::string& source, const std::string& core);

std::string besideProgram(const std::string& name);  // path of a file next to the test program
