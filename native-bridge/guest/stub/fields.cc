#include "guest/stub/fields.h"

namespace mm::stub {
namespace {

// The name between two signs that no path has, then dots up to the last byte but one.
template <int size>
consteval Field unstamped(const char (&name)[size]) {
  constexpr int kLast = sizeof(Field::text) - 1;
  Field field{};
  for (int i = 0; i < kLast; ++i) field.text[i] = i < size - 1 ? name[i] : '.';
  return field;
}

}  // namespace

const Field sourceField = unstamped("@METAMOD:source@");
const Field coreField = unstamped("@METAMOD:core@");

}  // namespace mm::stub
