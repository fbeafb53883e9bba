// What most of our files include of the standard library, read once for each library or program. Only where a preset says so:
// the build for this machine goes without, so that no file lives on what another one includes.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
