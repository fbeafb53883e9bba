// npm run build: everything a server needs, native parts and packages. `npm run build -- i386 arm64` builds what
// `metamod-loader install` puts on servers of these architectures as well.
import { arm64Compilers, prepareArm64 } from './arm64.mjs'
import { installDependencies } from './install.mjs'
import { prepareMultilib } from './multilib.mjs'
import { buildNative, hostPreset } from './native.mjs'
import { prepareNodeHeaders } from './node-headers.mjs'
import { buildPackages, packNative } from './packages.mjs'
import { missingTools } from './toolchain.mjs'

/**
 * Installs and builds what is missing.
 *
 * @param nativeTargets - Names of CMake targets; all if left out, tests and benchmarks among them.
 */
export function build(...nativeTargets) {
  const missing = missingTools()
  if (missing) console.error(missing)
  return !missing && installDependencies() && buildNative(hostPreset, nativeTargets) && buildPackages()
}

const toolchains = {
  amd64: { prepare: () => (process.arch === 'x64' ? null : 'only an x86-64 machine builds for amd64') },
  i386: { prepare: prepareMultilib },
  arm64:
    process.arch === 'arm64' ? { prepare: () => null } : { prepare: prepareArm64, settings: arm64Compilers },
}

/** Builds what is installed on servers of an architecture. */
function buildForServers(architecture) {
  const toolchain = toolchains[architecture]
  const known = Object.keys(toolchains).join(', ')
  const why = toolchain ? toolchain.prepare() : `is no architecture of servers; there are ${known}`
  if (why) {
    console.error(`metamod: ${architecture}: ${why}`)
    return false
  }
  const settings = [`-DMETAMOD_NODE_HEADERS=${prepareNodeHeaders()}`, ...(toolchain.settings ?? [])]
  // The last two are for `metamod-dev`, which runs on the machines of authors.
  return buildNative(architecture, ['deployed', 'fake_engine_addon', 'game'], settings)
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const architectures = new Set([hostPreset, ...process.argv.slice(2)])
  const isBuilt = build('server') && [...architectures].every(buildForServers)
  if (isBuilt) packNative()
  process.exitCode = isBuilt ? 0 : 1
}
