// Every row of the three tables as a caller knows it: how to call the function with values of its own, and which words
// those are.
#pragma once

#include "test/core/pattern.h"

namespace pattern {

// One of these for each signature; functions that have the same one share it.
struct Shape {
  uint64_t (*callThrough)(FunctionId id, AnyFn entry);
  std::vector<uint64_t> (*arguments)(FunctionId id);
  uint64_t (*resultWord)(FunctionId id, Who who);
  uint64_t (*wordAt)(const void* place);
};

struct Row {
  FunctionId id;
  const char* name;
  bool isVariadic;
  int defaultResult;
  bool hasResult;
  const Shape* shape;

  uint64_t callThrough(AnyFn entry) const { return shape->callThrough(id, entry); }
  std::vector<uint64_t> arguments() const { return shape->arguments(id); }
  uint64_t resultWord(Who who) const { return shape->resultWord(id, who); }
  // What orig_ret and override_ret point to.
  uint64_t wordAt(const void* place) const { return shape->wordAt(place); }
};

const std::vector<Row>& rows();  // by FunctionId

inline const char* nameOf(FunctionId id) { return rows()[static_cast<std::size_t>(id)].name; }

inline std::string variadicText(FunctionId id) { return "text " + std::to_string(id) + " 1.50 x 7"; }

}  // namespace pattern
