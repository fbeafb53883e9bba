/** Each line of plugins.ini: whether it can be read, whether its file is there, and whether two of them are one. */
import { existsSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'

import { readElfFile } from '../install/elf.js'
import { readFileIfThere } from '../install/read-file.js'
import { parsePluginsIni, type PluginLine } from '../configuration/plugins-ini.js'
import { fail, ok, warn, type Finding } from './finding.js'
import { installAgain, type Installation } from './installation.js'

export function checkPlugins(installation: Installation): Finding[] {
  const file = installation.config.pluginsFile
  const content = readFileIfThere(placeOf(installation, file))
  if (content === null)
    return [fail(file, `is missing; ${installAgain(installation)}, which makes an empty one`)]
  const { plugins, problems } = parsePluginsIni(
    Buffer.from(content).toString('utf8'),
    file,
    installation.game.architecture === 'i386' ? 32 : 64,
  )
  const findings = [
    ...problems.map(({ line, message }) => fail(`${file}:${line}`, message)),
    ...plugins.flatMap((plugin) => checkLine(installation, plugin)),
    ...checkRepeats(installation, plugins),
  ]
  if (findings.length > 0) return findings
  if (plugins.length === 0) return [warn(file, `lists no plugin; add a line such as 'ts addons/hello.ts'`)]
  return [ok(file, `${plugins.length} plugin${plugins.length === 1 ? '' : 's'}, all there`)]
}

function checkLine(installation: Installation, { kind, path, origin }: PluginLine): Finding[] {
  const { game, record } = installation
  const file = placeOf(installation, path)
  if (kind === 'native' && record.mode === 'guest')
    return [fail(origin, `'${path}' is a native library; put its line into the host's plugins.ini`)]
  if (!existsSync(file)) return [fail(origin, `'${path}': there is no such file or folder; correct the path`)]
  if (kind === 'script') return []
  const architecture = readElfFile(file)?.architecture ?? null
  if (architecture === game.architecture) return []
  const what = architecture === null ? 'is no library for a server' : `is for ${architecture}`
  return [
    fail(origin, `'${path}' ${what}, the server is ${game.architecture}; use the plugin's build for it`),
  ]
}

/** Two plugins of one file name are none: as a guest, each has a stub with a name of its own. */
function checkRepeats(installation: Installation, plugins: readonly PluginLine[]): Finding[] {
  const firsts = new Map<string, PluginLine>()
  return plugins.flatMap((plugin) => {
    const place = placeOf(installation, plugin.path)
    const same = firsts.get(place)
    if (same !== undefined)
      return [
        fail(plugin.origin, `'${plugin.path}' stands at ${same.origin} already; remove one of the lines`),
      ]
    firsts.set(place, plugin)
    return []
  })
}

function placeOf({ game }: Installation, path: string): string {
  return isAbsolute(path) ? resolve(path) : join(game.directory, path)
}
