// What the rows say about a function, in the two forms the bridge needs: types, from which the compiler makes one hook
// and one call per function, and FunctionInfo, by which the functions that read a frame's texts and pointers know what
// lies where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/core.h"
#include "core/tags.h"

namespace mm::node {

// What a hook's argument refers to: a text, a thing of a kind, a place where the callee leaves such a pointer, a
// struct.
enum class Reference : uint8_t { None, Text, Pointer, PointerPlace, Struct };

// A field of a struct that holds an address. Scripts read and write such fields through the bridge only.
struct AddressField {
  enum Kind : uint8_t { Text, Entity, Opaque } kind;
  std::size_t offset;
};

struct ValueInfo {
  Reference reference = Reference::None;
  tag::PointerType pointer = tag::PointerType::customPointer;
  std::span<const AddressField> fields = {};
  bool writable = false;
};

struct FunctionInfo {
  FunctionId id;
  bool hasResult;
  ValueInfo result;
  std::span<const ValueInfo> parameters;
};

// The C name, such as "pfnTraceLine".
const char* functionName(FunctionId id);

// Splits `int (*enginefuncs_t::*)(edict_t *)` into the table and the function's type.
template <auto Member>
struct MemberOf;
template <class Table, class Function, Function Table::*Member>
struct MemberOf<Member> {
  using TableType = Table;
  using FunctionType = Function;
};

}  // namespace mm::node
