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

/** Builds one preset; true when it is built. The output is shown only on failure. */
export function buildNative(preset = hostPreset, targets = []) {
  const build = join(folder, 'build', preset)
  if (!existsSync(join(build, 'CMakeCache.txt'))) {
    console.log(`metamod: configuring the native parts (${preset})`)
    const node = preset === hostPreset ? ['-DMETAMOD_NODE=ON'] : []
    const code = quietly('cmake', ['--preset', preset, '-G', generator(), ...node], { cwd: folder })
    if (code !== 0) return false
  }
  console.log(`metamod: building the native parts (${preset})`)
  const only = targets.length > 0 ? ['--target', ...targets] : []
  return quietly('cmake', ['--build', build, '--parallel', '2', ...only], { cwd: folder }) === 0
}
