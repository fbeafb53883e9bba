// A test harness in one header: TEST("a true sentence") { CHECK(claim); CHECK_EQ(actual, expected); }
// A failed claim is printed with its place and the test goes on; `check::run` prints "N passed, M failed". With an
// argument only tests whose sentence contains it run. (Macros, because a claim is to be printed as it was written.)
#pragma once

#include <cstdio>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

namespace check {

struct Test {
  const char* sentence;
  void (*body)();
};

inline std::vector<Test>& tests() {
  static std::vector<Test> tests;
  return tests;
}

inline bool failedHere = false;

struct Registration {
  Registration(const char* sentence, void (*body)()) { tests().push_back({sentence, body}); }
};

inline void fail(const char* file, int line, const std::string& what) {
  failedHere = true;
  std::printf("    %s:%d: %s\n", file, line, what.c_str());
}

inline void claim(bool holds, const char* text, const char* file, int line) {
  if (!holds) fail(file, line, std::string(text) + " does not hold");
}

template <class T>
std::string shown(const T& value) {
  std::ostringstream out;
  if constexpr (requires { out << value; }) {
    out << value;
  } else {
    out << static_cast<long long>(value);
  }
  return out.str();
}

template <class Actual, class Expected>
void sameValue(const Actual& actual, const Expected& expected, const char* text, const char* file, int line) {
  if (actual == expected) return;
  fail(file, line, std::string(text) + " is " + shown(actual) + ", not " + shown(expected));
}

// Two C strings are equal if they read the same; a null is equal to a null only.
inline void sameValue(const char* actual, const char* expected, const char* text, const char* file, int line) {
  const auto quoted = [](const char* value) { return value ? '"' + std::string(value) + '"' : "null"; };
  sameValue(quoted(actual), quoted(expected), text, file, line);
}

inline int run(int argc = 0, char** argv = nullptr) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  int passed = 0;
  int failed = 0;
  for (const Test& test : tests()) {
    if (argc > 1 && !std::strstr(test.sentence, argv[1])) continue;
    failedHere = false;
    test.body();
    std::printf("%s %s\n", failedHere ? "FAIL" : "ok  ", test.sentence);
    ++(failedHere ? failed : passed);
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace check

#define CHECK_JOIN_(a, b) a##b
#define CHECK_JOIN(a, b) CHECK_JOIN_(a, b)
#define CHECK_TEST_(sentence, name)                                         \
  static void name();                                                       \
  static const check::Registration CHECK_JOIN(name, Entry)(sentence, name); \
  static void name()
#define TEST(sentence) CHECK_TEST_(sentence, CHECK_JOIN(test, __COUNTER__))
#define CHECK(claim_) check::claim(static_cast<bool>(claim_), #claim_, __FILE__, __LINE__)
#define CHECK_EQ(actual, expected) check::sameValue(actual, expected, #actual, __FILE__, __LINE__)
