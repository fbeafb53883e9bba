/**
 * Runs a bundled plugin as a CommonJS module that stands in the plugin's folder. The one thing it does not load by itself
 * is the SDK: a second copy of it would not be the one that is connected to the server.
 */
import { createHash } from 'node:crypto'
import Module from 'node:module'
import { basename, dirname, join } from 'node:path'

import * as sdk from '@csr/metamod-sdk'

import type { Bundle } from './bundle.js'
import { PluginLoadError } from '../plugins/load-error.js'
import { displayFile } from '../errors/source-place.js'

/** The parts of Node's CommonJS loader that bundlers and test runners rely on, and @types/node leaves out. */
interface CommonJsModule extends NodeJS.Module {
  _compile(code: string, filename: string): void
}

interface CommonJsLoader {
  new (id: string): CommonJsModule
  _nodeModulePaths(folder: string): string[]
}

const Loader = Module as unknown as CommonJsLoader

/**
 * Runs the script and returns what it exports: the default export, or `module.exports` of a plain CommonJS file.
 *
 * @throws PluginLoadError of stage `evaluate`.
 */
export function evaluateBundle(bundle: Bundle): unknown {
  const { entry, code } = bundle
  // Stacks, and so every message about a plugin's mistake, are to name the TypeScript file and line.
  process.setSourceMapsEnabled(true)
  const module = createModule(bundle)
  module._compile(code, module.filename)
  const exported: unknown = module.exports
  if (!isModuleNamespace(exported)) return keep(module, exported, bundle)
  if ('default' in exported) return keep(module, exported.default, bundle)
  const cure = "write 'export default definePlugin({ … })'"
  throw new PluginLoadError('evaluate', `${displayFile(entry)}: has no default export; ${cure}`)
}

const modules = new WeakMap<object, CommonJsModule>()

/** Node forgets a script's source map with its module, so that must live as long as what it exported. */
function keep(module: CommonJsModule, exported: unknown, bundle: Bundle): unknown {
  if (!isObject(exported)) return exported
  modules.set(exported, module)
  versionOf(bundle).version.exported = new WeakRef(exported)
  return exported
}

/** The name under which Node knows the bundle that a plugin was evaluated from; null for what is no such plugin. */
export function bundleFileOf(exported: object | null): string | null {
  return exported === null ? null : (modules.get(exported)?.filename ?? null)
}

/** The same, for a bundle that is still to be evaluated, or has failed to be. */
export function bundleFile(bundle: Bundle): string {
  const { entry } = bundle
  return join(dirname(entry), `${basename(entry)}.${versionOf(bundle).number}.cjs`)
}

/** What was last run under a name. */
interface Version {
  readonly hash: string
  /** What it exported; null where it came to nothing. */
  exported: WeakRef<object> | null
}

const versions = new Map<string, Version[]>()

/**
 * Node 18 remembers one source map a file name, and for ever. So what is different has another name, because the version
 * before may still run; but the names of versions that are gone are used again, or each reload would leave a map behind.
 */
function versionOf({ entry, code }: Bundle): { version: Version; number: number } {
  const hash = createHash('sha256').update(code).digest('base64')
  const known = versions.get(entry) ?? []
  versions.set(entry, known)
  const same = known.findIndex((version) => version.hash === hash)
  const free = known.findIndex(({ exported }) => exported?.deref() === undefined)
  const index = same !== -1 ? same : free !== -1 ? free : known.length
  const version = same === -1 ? { hash, exported: null } : (known[same] as Version)
  known[index] = version
  return { version, number: index + 1 }
}

function createModule(bundle: Bundle): CommonJsModule {
  const { entry } = bundle
  const module = new Loader(bundleFile(bundle))
  module.filename = module.id
  module.paths = Loader._nodeModulePaths(dirname(entry))
  const requireFromDisk = module.require.bind(module)
  module.require = (id: string): unknown => {
    if (id === '@csr/metamod-sdk') return sdk
    try {
      return requireFromDisk(id)
    } catch (error) {
      throw isEsModuleRefusal(error) ? esModuleError(id, entry, error) : error
    }
  }
  return module
}

function isEsModuleRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_REQUIRE_ESM'
}

/** Node's own advice is for authors who wrote `require`; ours wrote `import`. */
function esModuleError(id: string, entry: string, cause: unknown): PluginLoadError {
  const refusal = `${displayFile(entry)}: imports '${id}', an ES module, which Node.js ${process.version} does not load so`
  const cure = `write 'await import(${JSON.stringify(id)})' inside a function, or run Node.js 20.19 or newer`
  return new PluginLoadError('evaluate', `${refusal}; ${cure}`, { cause })
}

/** What esbuild makes of a file with `export` in it; a plain CommonJS file exports whatever it likes. */
function isModuleNamespace(exported: unknown): exported is { default?: unknown } {
  if (!isObject(exported)) return false
  return '__esModule' in exported || Object.keys(exported).length === 0
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
