// What all templates over a row want to know, worked out once: the frame's size, the JavaScript arguments a call takes,
// and the table by which running code finds its way in a frame.
#pragma once

#include <algorithm>
#include <array>

#include "node/marshal/entity.h"
#include "node/marshal/number.h"
#include "node/marshal/reference.h"
#include "node/marshal/struct.h"
#include "node/marshal/text.h"
#include "node/marshal/vector.h"

namespace mm::node {

template <>
struct Result<tag::Void, void> : Plain {};

// `Signature` is the row's (tags), `Function` the table entry's (C types).
template <class Signature, class Function>
struct Shape;

template <class ResultTag, std::size_t... at, class... Tags, class R, class... C>
struct Shape<ResultTag(tag::At<at, Tags>...), R (*)(C...)> {
  static_assert(sizeof...(Tags) == sizeof...(C), "the row and the table disagree about the number of parameters");

  static constexpr bool kHasResult = !std::is_void_v<R>;
  static constexpr std::size_t kFrameSize =
      alignFrame(std::max({sizeof(FrameHeader), (at + Marshal<Tags, C>::kFrameBytes)...}));
  static_assert(kFrameSize <= kLargestFrame);
  static constexpr int kReferences = (0 + ... + Marshal<Tags, C>::kReferences);
  static constexpr bool kCallable = (true && ... && Marshal<Tags, C>::kCallable);
  static constexpr ValueInfo kResult = Result<ResultTag, R>::info;
  // One more than there are, because an array may not be empty.
  static constexpr std::array<ValueInfo, sizeof...(C) + 1> kParameters = {Marshal<Tags, C>::info...};

  static constexpr FunctionInfo functionInfo(FunctionId id) {
    return {id, kHasResult, kResult, std::span(kParameters).first(sizeof...(C))};
  }
};

// Printf-like functions have one shape, `(first, format, ...)`, and travel as `(first, text)`.
template <class Signature, class R, class First, class Text>
struct Shape<Signature, R (*)(First, Text, ...)> : Shape<Signature, R (*)(First, Text)> {};

}  // namespace mm::node
