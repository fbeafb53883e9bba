// The first JavaScript that runs. It answers with the function that the starter calls with the paths; Node gives this
// text a `require` that knows only Node's own modules.
#pragma once

namespace mm::starter {

inline constexpr char kBootstrap[] = R"js(
const { createRequire } = require('module')
return (script, addon, core, gameDirectory, metamodDirectory) => {
  process.argv = ['metamod', script]
  createRequire(script)(script).startServer({ addon, core, gameDirectory, metamodDirectory })
}
)js";

}  // namespace mm::starter
