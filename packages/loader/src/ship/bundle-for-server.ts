/**
 * Makes one script of a plugin and the npm packages that it imports, with a source map beside it, for servers that have
 * neither. What stays outside: the SDK, of which the server has the one that counts, and packages that cannot be taken
 * out of their folder (`outside-packages.ts`).
 */
import { basename, join } from 'node:path'

import type * as esbuild from 'esbuild'
import type { BuildFailure, Message, OutputFile, Plugin } from 'esbuild'

import { displayFile } from '../errors/source-place.js'
import { outsidePackage, type OutsidePackage } from './outside-packages.js'
import type { PluginPackage } from './plugin-package.js'
import { ShipError } from './ship-error.js'

export interface ServerBundle {
  /** By their names in the plugin's folder; `index.js` and `index.js.map` among them. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Packages that the script looks for in `node_modules` beside it. */
  readonly outside: readonly OutsidePackage[]
}

// What an ES module knows of its own place and a CommonJS script does not. The server's loader, which reads the script in
// its turn, has a constant for it as well, and by another name.
const importMeta = {
  'import.meta.url': 'builtPluginUrl',
  'import.meta.filename': '__filename',
  'import.meta.dirname': '__dirname',
}

/** @throws ShipError with what is wrong in the source, and where. */
export async function bundleForServer({ folder, entry }: PluginPackage): Promise<ServerBundle> {
  const { build, formatMessages } = await import('esbuild')
  const outside = new Map<string, OutsidePackage>()
  try {
    await checkExports(build, entry)
    const { outputFiles } = await build({
      entryPoints: [entry],
      absWorkingDir: folder,
      // Never written as it stands; but the source map's paths are relative to it, and are to begin at the plugin's folder.
      outfile: join(folder, 'index.js'),
      write: false,
      bundle: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      sourcemap: 'linked',
      sourcesContent: true,
      define: importMeta,
      banner: { js: "const builtPluginUrl = require('node:url').pathToFileURL(__filename).href;" },
      external: ['@csr/metamod-sdk'],
      loader: { '.node': 'copy' },
      plugins: [keepOutside(outside)],
      logLevel: 'silent',
    })
    return { files: new Map(outputFiles.map(named)), outside: [...outside.values()] }
  } catch (error) {
    if (!isBuildFailure(error)) throw error
    const frames = await formatMessages(error.errors.map(withCure), { kind: 'error' })
    throw new ShipError(
      `${displayFile(entry)}: not built; correct what follows\n\n${frames.join('').trimEnd()}`,
    )
  }
}

const named = ({ path, contents }: OutputFile): [string, Uint8Array] => [basename(path), contents]

/** Leaves imports of such packages as they are, and notes which they were. */
function keepOutside(found: Map<string, OutsidePackage>): Plugin {
  const isOurs = Symbol('asked by this plugin')
  return {
    name: 'packages that stay outside',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === isOurs || from.kind === 'entry-point') return null
        const { importer, namespace, resolveDir, kind } = from
        const resolved = await build.resolve(path, {
          importer,
          namespace,
          resolveDir,
          kind,
          pluginData: isOurs,
        })
        const kept = resolved.external || resolved.errors.length > 0 ? null : outsidePackage(resolved.path)
        if (kept === null) return null
        found.set(kept.folder, kept)
        return { path, external: true }
      })
    },
  }
}

/** A file that exports nothing may be CommonJS, whose exports only show when it runs. */
async function checkExports(build: typeof esbuild.build, entry: string): Promise<void> {
  // On its own and as an ES module: only so esbuild lists what is exported.
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: `${entry}.mjs`,
    write: false,
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
  })
  const names = Object.values(metafile.outputs).flatMap(({ exports }) => exports)
  if (names.length === 0 || names.includes('default')) return
  throw new ShipError(
    `${displayFile(entry)}: has no default export; write 'export default definePlugin({ … })'`,
  )
}

/** esbuild's advice is for its own users. */
function withCure(message: Message): Message {
  const missing = /^Could not resolve "([^./][^"]*)"/.exec(message.text)?.[1]
  if (missing === undefined) return { ...message, notes: [] }
  return {
    ...message,
    notes: [{ text: `Is the package installed? 'npm install ${missing}' does that.`, location: null }],
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}
