// npm run build: everything a server needs, native parts and packages.
import { installDependencies } from './install.mjs'
import { buildNative, hostPreset } from './native.mjs'
import { buildPackages } from './packages.mjs'
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

if (import.meta.url === `file://${process.argv[1]}`) process.exitCode = build('server') ? 0 : 1
