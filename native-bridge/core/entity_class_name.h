// Which names entity classes can have. A class is a function that a library exports, so the functions by which engines,
// games and Metamods find each other stand beside them; called with an entity, those would do anything.
#pragma once

#include <string_view>

namespace mm {

// Whether engines or Metamods look for something else by that name.
bool isInterfaceName(std::string_view name);

// Whether a plugin can offer a class of that name.
bool isPluginClassName(std::string_view name);

}  // namespace mm
