#include "core/entity_class_name.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iterator>

namespace mm {
namespace {

constexpr std::size_t kLongestName = 63;

constexpr std::string_view kInterface[] = {
    "GiveFnptrsToDll",
    "GetEntityAPI",
    "GetEntityAPI_Post",
    "GetEntityAPI2",
    "GetEntityAPI2_Post",
    "GetNewDLLFunctions",
    "GetNewDLLFunctions_Post",
    "GetEngineFunctions",
    "GetEngineFunctions_Post",
    "Server_GetPhysicsInterface",
    "Server_GetBlendingInterface",
    "SV_SaveGameComment",
    "CreateInterface",
};

// For an entity of any class that it does not know, an engine looks for a class of this name.
constexpr std::string_view kAnyClass = "custom";

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

}  // namespace

bool isInterfaceName(std::string_view name) {
  if (name.starts_with("Meta_") || name.starts_with("Metamod")) return true;
  return std::ranges::find(kInterface, name) != std::end(kInterface);
}

// Names that begin with "_" are compilers' and linkers'.
bool isPluginClassName(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || !std::ranges::all_of(name, isWordCharacter)) return false;
  if (name.front() == '_' || std::isdigit(static_cast<unsigned char>(name.front()))) return false;
  return name != kAnyClass && !isInterfaceName(name);
}

}  // namespace mm
