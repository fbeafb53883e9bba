/** `metamod-loader build`: a plugin as a folder that a server can load, and as a zip that is laid out as a game directory. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import type { Architecture } from '../install/elf.js'
import type { Print } from '../log.js'
import { displayFile } from '../errors/source-place.js'
import { bundleForServer, type ServerBundle } from './bundle-for-server.js'
import { guestStub } from './guest-stub.js'
import { filesBelow, withDependencies } from './outside-packages.js'
import { readPluginPackage, type PluginPackage } from './plugin-package.js'
import { ShipError } from './ship-error.js'
import { zip } from './zip.js'

export interface ShipOptions {
  /** The plugin's folder, or its one file. */
  readonly directory: string
  /** Where the results go; `dist` in the plugin's folder if null. */
  readonly out: string | null
  /** The machine whose guest stub is to be in the zip; null for none. */
  readonly guest: Architecture | null
  readonly print: Print
}

type Files = ReadonlyMap<string, Uint8Array>

/** The file by which a folder is known to be ours, to be replaced. */
const lineFile = 'plugins.ini.txt'

/** @throws ShipError */
export async function ship({ directory, out, guest, print }: ShipOptions): Promise<void> {
  const plugin = readPluginPackage(directory)
  const { name, version, folder } = plugin
  const bundle = await bundleForServer(plugin)
  const stub = guest === null ? null : guestStub(`addons/${name}`, guest)
  const lines = pluginLines(name, stub?.path ?? null)
  const files = pluginFiles(plugin, bundle, lines)
  const all = new Map([...files].map(([path, content]) => [`addons/${name}/${path}`, content]))
  if (stub !== null) all.set(stub.path, stub.content)

  const target = out === null ? join(folder, 'dist') : resolve(out)
  const zipFile = join(target, `${name}-${version}${guest === null ? '' : `-guest-${guest}`}.zip`)
  writing(target, () => {
    replaceFolder(join(target, name), files)
    writeFileSync(zipFile, zip(all))
  })
  report(print, { plugin, bundle, folder: join(target, name), zipFile, lines })
}

function pluginFiles(
  { name, version }: PluginPackage,
  { files, outside }: ServerBundle,
  lines: readonly string[],
): Files {
  const packageJson = { name, version, private: true, main: 'index.js' }
  const all = new Map(files)
  all.set('package.json', text(`${JSON.stringify(packageJson, null, 2)}\n`))
  all.set(lineFile, text(`${lines.join('\n')}\n`))
  for (const [place, from] of withDependencies(outside))
    for (const path of filesBelow(from))
      all.set(`node_modules/${place}/${path}`, readFileSync(join(from, path)))
  return all
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

function pluginLines(name: string, stub: string | null): string[] {
  const lines = [
    '; Unpack the zip in the game directory, and copy this line into addons/metamod/plugins.ini',
    '; (where another Metamod is the host: into addons/metamod-ts/plugins.ini):',
    `ts addons/${name}`,
  ]
  if (stub === null) return lines
  return [
    ...lines,
    `; To fix its place among the host's own plugins, copy this into the host's plugins.ini:`,
    `linux ${stub}`,
  ]
}

function replaceFolder(folder: string, files: Files): void {
  if (existsSync(folder) && !existsSync(join(folder, lineFile))) {
    throw new ShipError(
      `${displayFile(folder)}: is there already and was not made by 'metamod-loader build'; move it away, or name another place with --out DIR`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Runs what writes; a failure of the disk becomes a sentence. */
function writing(target: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    if (error instanceof ShipError || !(error instanceof Error) || !('code' in error)) throw error
    // Node's message goes on with the system call and the path.
    const [why = ''] = error.message.replace(/^[A-Z]+: /, '').split(',')
    throw new ShipError(
      `${displayFile(target)}: cannot be written: ${why}; make room for it and make it writable, or name another place with --out DIR`,
      { cause: error },
    )
  }
}

interface Shipped {
  readonly plugin: PluginPackage
  readonly bundle: ServerBundle
  readonly folder: string
  readonly zipFile: string
  readonly lines: readonly string[]
}

function report(print: Print, { plugin, bundle, folder, zipFile, lines }: Shipped): void {
  const size = bundle.files.get('index.js')?.length ?? 0
  print(`${displayFile(join(folder, 'index.js'))}: ${Math.ceil(size / 1024)} KiB, with its source map`)
  print(
    `${displayFile(zipFile)}: the same as a zip, laid out for the game directory, such as valve or cstrike`,
  )
  for (const line of lines) print(line.replace(/^; /, ''))
  for (const { name, version } of bundle.outside)
    print(`${name} ${version} travels beside the bundle, in node_modules: it reads files of its own`)
  const native = bundle.outside.filter(({ isNative }) => isNative).map(({ name }) => name)
  if (native.length === 0 && ![...bundle.files.keys()].some((file) => file.endsWith('.node'))) return
  const what = native.length > 0 ? native.join(', ') : 'a native add-on'
  print(
    `${what}: holds machine code for ${process.platform} ${process.arch}; build on the kind of machine that ${plugin.name}'s server is`,
  )
}
