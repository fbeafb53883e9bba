/**
 * Turns a plugin's source into one CommonJS script, in memory: a `.ts` file runs as it is, and nothing is written next to
 * it. npm packages stay outside of the script and are found from the plugin's own folder, so that native add-ons
 * and packages that read their own files work as in any program.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

import type { BuildFailure, BuildOptions, BuildResult, Plugin as EsbuildPlugin } from 'esbuild'

import { messageDetails, messagePlace } from '../errors/code-frame-bundle.js'
import { esbuild } from './esbuild.js'
import { PluginLoadError } from '../plugins/load-error.js'
import { displayFile } from '../errors/source-place.js'

export interface Bundle {
  /** The file that the plugin starts with. */
  readonly entry: string
  readonly code: string
  /** The plugin's own files that went into it, absolute; packages that it imports are not among them. */
  readonly files: readonly string[]
  /** What the script exports, where there is no script: a plugin that a test made itself. */
  readonly exported?: unknown
}

/**
 * Bundles a plugin, and holds everything up while it does.
 *
 * @param path - Absolute; a TypeScript or JavaScript file, or a package folder.
 * @throws PluginLoadError of stage `find` or `bundle`.
 */
export function bundlePlugin(path: string): Bundle {
  const entry = findEntry(path)
  try {
    return bundleOf(entry, esbuild().buildSync(optionsFor(entry)))
  } catch (error) {
    throw isBuildFailure(error) ? bundleError(error, entry) : error
  }
}

/**
 * Bundles a plugin in esbuild's own process, while the server goes on.
 *
 * @param looked - Told of each file that was looked for on the way, with or without its ending, also where the bundle fails.
 * @throws PluginLoadError as {@link bundlePlugin}.
 */
export async function bundleInBackground(path: string, looked: (file: string) => void): Promise<Bundle> {
  const entry = findEntry(path)
  try {
    return bundleOf(entry, await esbuild().build({ ...optionsFor(entry), plugins: [lookingAround(looked)] }))
  } catch (error) {
    throw isBuildFailure(error) ? bundleError(error, entry) : error
  }
}

const folderEntries = ['src/index.ts', 'index.ts', 'src/index.js', 'index.js']

/** The file that a plugin path means. @throws PluginLoadError of stage `find`. */
export function findEntry(path: string): string {
  if (!existsSync(path)) {
    throw new PluginLoadError(
      'find',
      `${displayFile(path)}: no such file or folder; correct the path or create the plugin there`,
    )
  }
  if (!statSync(path).isDirectory()) {
    if (extname(path) !== '.so') return path
    const cure = "write 'linux' before it in plugins.ini, not 'ts'"
    throw new PluginLoadError('find', `${displayFile(path)}: is a native library; ${cure}`)
  }
  const entries = [...packageMain(path), ...folderEntries].map((name) => join(path, name))
  const entry = entries.find((file) => existsSync(file) && statSync(file).isFile())
  if (entry !== undefined) return entry
  const cure = "name the plugin's file as 'main' in package.json, or call it src/index.ts"
  throw new PluginLoadError('find', `${displayFile(path)}: a folder without a plugin in it; ${cure}`)
}

function packageMain(folder: string): string[] {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return []
  try {
    const description: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof description !== 'object' || description === null || !('main' in description)) return []
    return typeof description.main === 'string' ? [description.main] : []
  } catch (error) {
    throw new PluginLoadError('find', `${displayFile(file)}: is not valid JSON; correct it`, { cause: error })
  }
}

// Plugins are written as ES modules and look for their own files by these, which a CommonJS script does not have.
const importMeta = {
  'import.meta.url': 'pluginUrl',
  'import.meta.filename': '__filename',
  'import.meta.dirname': '__dirname',
}

function optionsFor(entry: string) {
  return {
    entryPoints: [entry],
    absWorkingDir: dirname(entry),
    // Never written; its folder is what the paths in the source map are relative to.
    outfile: join(dirname(entry), `${basename(entry)}.cjs`),
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    sourcemap: 'inline',
    // For the lines of source in error messages, which are to be those that run.
    sourcesContent: true,
    metafile: true,
    define: importMeta,
    banner: { js: "const pluginUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'silent',
  } as const satisfies BuildOptions
}

type Built = BuildResult<{ readonly metafile: true; readonly write: false }>

function bundleOf(entry: string, { outputFiles, metafile }: Built): Bundle {
  const files = Object.keys(metafile.inputs).map((file) => join(dirname(entry), file))
  return { entry, code: outputFiles[0]?.text ?? '', files }
}

/** Notes what a bundle is made of, and where what it wants and does not find would have to be. */
function lookingAround(looked: (file: string) => void): EsbuildPlugin {
  return {
    name: 'looking-around',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        looked(join(resolveDir, path))
        return null
      })
      build.onLoad({ filter: /.*/ }, ({ path }) => {
        looked(path)
        return null
      })
    },
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

function bundleError(failure: BuildFailure, entry: string): PluginLoadError {
  const first = failure.errors[0]
  const message =
    first === undefined ? failure.message : `${messagePlace(first, entry)}: ${first.text}; correct the source`
  const details = first === undefined ? [] : messageDetails(first, entry)
  return new PluginLoadError('bundle', message, { cause: failure, details })
}
