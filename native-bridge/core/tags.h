// The words in which the generated rows (core/generated/*_rows.inc) describe a function: one empty type for each kind
// of parameter or result. A row reads as a signature, `Void(At<96, Edict>, At<104, Vec3In>)`, and templates give every
// word its behaviour, so that adding a function to api/ adds a line and no code.
#pragma once

#include <cstddef>

namespace mm::tag {

// How long the callee keeps a text we lend it: for the call, until the map ends, or as long as the process lives.
enum class Life { Call, Map, Process };

// Which way a struct's contents travel.
enum class Mode { In, Out, InOut };

// What an opaque pointer points to. Scripts may hand a pointer on only where the same kind is wanted.
enum class PointerType {
  save,
  typeDescription,
  file,
  delta,
  model,
  privateData,
  infoBuffer,
  cvar,
  visibility,
  sequence,
  fileBuffer,
  function,
  baseData,
  customPointer,
};

// A parameter and the place of its value, in bytes from the start of the frame.
template <std::size_t Offset, class Tag>
struct At {};

struct Void {};
struct Int {};
struct Uint {};
struct Byte {};
struct Ushort {};
struct Bool {};
struct Char {};
struct Long {};
struct Float {};
struct Format {};
struct CstrOut {};
struct Edict {};
struct Entvars {};
struct StringT {};
struct Vec3In {};
struct Vec3InOut {};
struct Vec3Out {};
struct IntOut {};
struct IntInOut {};
struct UintInOut {};
struct Bytes {};

template <Life>
struct Cstr {};
template <std::size_t Size>
struct OutText {};
template <class T, Mode, std::size_t Count = 1>
struct StructRef {};
template <class T>
struct Mapped {};
template <PointerType>
struct PointerTo {};
template <class T>
struct Callback {};

}  // namespace mm::tag
