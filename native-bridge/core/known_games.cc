#include "core/known_games.h"

#include <algorithm>

namespace mm {
namespace {

// A library of the folder dlls, without suffix, and the folders of the games that call theirs so. Only games that were
// published with a library for Linux, or whose sources are, are here.
struct KnownLibrary {
  std::string_view name, games;
};

constexpr KnownLibrary kLibraries[] = {
    {"hl",
     "valve asheep esf hl15we holywars hostileintent kanonball movein pvk rspecies stargatetc svencoop tod wantedhl "
     "zp"},
    {"cs", "cstrike czero"},
    {"cz", "czeror"},
    {"dod", "dod"},
    {"tfc", "tfc"},
    {"opfor", "gearbox"},
    {"bshift", "bshift"},
    {"decay", "decay"},
    {"dmc", "dmc"},
    {"ricochet", "ricochet"},
    {"server", "bdef svencoop"},
    {"ag", "ag"},
    {"ahl", "action"},
    {"bg", "bg"},
    {"dc", "dcrisis"},
    {"front", "frontline"},
    {"gunman", "rewolf"},
    {"gw", "globalwarfare"},
    {"hcfrenzy", "hcfrenzy"},
    {"hlr", "hlrally"},
    {"ios", "ios"},
    {"judge", "judgedm"},
    {"morbid", "morbidpr"},
    {"mp", "oz wizwars"},
    {"ms", "monkeystrike msc"},
    {"ns", "ns nsp"},
    {"og", "og"},
    {"ol", "ol"},
    {"osjb", "osjb"},
    {"pb", "dpb paintball"},
    {"pb.i386", "dpb"},
    {"pe", "penemy"},
    {"ponr", "ponreturn"},
    {"pt", "timeless"},
    {"rc", "rockcrowbar"},
    {"rc2", "rc2"},
    {"recb", "recbb2"},
    {"ship", "ship"},
    {"shunt", "scihunt"},
    {"si", "si"},
    {"snow", "snow"},
    {"spirit", "ops1942"},
    {"stc", "stargatetc"},
    {"stc_i386_opt", "stargatetc"},
    {"swarm", "swarm"},
    {"th", "trainhunters"},
    {"thewastes", "thewastes"},
    {"ts", "ts"},
    {"tt", "tt"},
    {"uw", "underworld"},
    {"vs", "vs"},
    {"wizardwars", "wizardwars wizardwars_beta"},
    {"wormshl", "wormshl"},
};

// How a library's name ends for this architecture. Xash3D writes none for i386 and `_amd64`, `_arm64` for the others;
// the rest is what games were published with. One without a suffix may be for any of them.
#if defined(__x86_64__)
constexpr std::string_view kSuffixes[] = {"_amd64", "_x86_64", "_x86-64", ""};
#elif defined(__i386__)
constexpr std::string_view kSuffixes[] = {"", "_i386", "_i486", "_i586", "_i686"};
#elif defined(__aarch64__)
constexpr std::string_view kSuffixes[] = {"_arm64", "_aarch64", ""};
#endif

bool isAmong(std::string_view word, std::string_view words) {
  for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> knownGameDlls(std::string_view folder) {
  std::string game(folder);
  std::transform(game.begin(), game.end(), game.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::vector<std::string> paths;
  if (game.empty() || game.find(' ') != game.npos) return paths;
  for (const KnownLibrary& library : kLibraries) {
    if (!isAmong(game, library.games)) continue;
    for (const std::string_view suffix : kSuffixes) {
      paths.push_back("dlls/" + std::string(library.name) + std::string(suffix) + ".so");
    }
  }
  return paths;
}

}  // namespace mm
