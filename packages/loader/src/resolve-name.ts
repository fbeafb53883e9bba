/**
 * Which file `meta load NAME` means. Administrators type the short name, so the usual endings and folders are tried;
 * plugins.ini is different, there a path is taken as it stands.
 */
import { existsSync, statSync } from 'node:fs'
import { extname } from 'node:path'

import type { GameDirectory } from './game-directory.js'
import { RefusedError } from './load-error.js'
import type { PluginKind } from './plugins-ini.js'

const endings = ['', '.ts', '.js', '.so', '_mm.so', '_amd64.so', '_arm64.so']
const folders = ['', 'addons/', 'dlls/']

export interface ResolvedPlugin {
  readonly kind: PluginKind
  readonly path: string
}

/** @throws RefusedError if there is no such file. */
export function resolvePluginName(game: GameDirectory, name: string): ResolvedPlugin {
  const candidates = folders.flatMap((folder) => endings.map((ending) => folder + name + ending))
  // `addons/NAME/NAME.so` is how native plugins are shipped; the folder itself would be a script plugin.
  candidates.unshift(`addons/${name}/${name}.so`)
  for (const candidate of candidates) {
    const path = game.resolve(candidate)
    if (existsSync(path) && isPlugin(path)) return { kind: kindOf(path), path }
  }
  const tried = `tried it with ${endings.slice(1).join(', ')}, also in addons/ and dlls/`
  throw new RefusedError(`no plugin file '${name}' in ${game.path}; ${tried}`)
}

/** A library is native, everything else is for esbuild to read. */
export function kindOf(path: string): PluginKind {
  return extname(path) === '.so' ? 'native' : 'script'
}

function isPlugin(path: string): boolean {
  if (!statSync(path).isDirectory()) return true
  return ['package.json', 'src/index.ts', 'index.ts', 'index.js'].some((entry) =>
    existsSync(`${path}/${entry}`),
  )
}
