// Configures and builds the native parts by preset. Ninja where it is there, Make otherwise.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { quietly, root } from './process.mjs'
import { generator } from './toolchain.mjs'

const folder = join(root, 'native-bridge')

/** The preset of the machine we are on. */
export const hostPreset = process.arch === 'arm64' ? 'arm64' : 'amd64'

/** Where a preset's libraries and programs lie. */
export const outputOf = (preset) => join(folder, 'build', preset, 'out')

/**
 * Builds one preset; true when it is built. The output is shown only on failure.
 *
 * @param targets - Names of CMake targets; all if left out.
 * @param settings - More words for CMake when it configures.
 */
export function buildNative(preset = hostPreset, targets = [], settings = []) {
  const build = join(folder, 'build', preset)
  if (settings.length > 0 || !existsSync(join(build, 'CMakeCache.txt'))) {
    console.log(`metamod: configuring the native parts (${preset})`)
    const code = quietly('cmake', ['--preset', preset, '-G', generator(), ...settings], { cwd: folder })
    if (code !== 0) return false
  }
  console.log(`metamod: building the native parts (${preset})`)
  const only = targets.length > 0 ? ['--target', ...targets] : []
  return quietly('cmake', ['--build', build, '--parallel', '2', ...only], { cwd: folder }) === 0
}
