/**
 * The stub libraries, one for each TypeScript plugin, which a host Metamod loads as plugins of its own. Each is the one
 * template with two paths stamped into it: of the plugin, and of the core that runs it.
 */
import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'

import type { GameDirectory } from '../configuration/game-directory.js'
import { PluginLoadError } from '../plugins/load-error.js'
import { reasonOf } from '../errors/reason.js'
import { stampTemplate } from '../stamp.js'
import { isStub } from './stub-mark.js'
import { stubName } from './stub-name.js'
import { cannotWrite, replaceStub } from './write-stub.js'

export class StubFiles {
  /** Absolute; nothing but stubs is in it. */
  readonly folder: string
  readonly #game: GameDirectory
  readonly #core: string
  readonly #files = new Map<string, string>()
  readonly #taken: Set<string>
  #template: Uint8Array | null = null

  /**
   * @param core - The core library, beside which the template is.
   * @param taken - File names that plugins of the host have.
   */
  constructor(game: GameDirectory, core: string, taken: readonly string[]) {
    this.#game = game
    this.#core = realpathSync(core)
    this.folder = join(game.metamodDirectory, 'stubs')
    this.#taken = new Set(taken.map(bareName))
  }

  /** Where the stub of a plugin is, or would be. */
  fileFor(plugin: string): string {
    const known = this.#files.get(plugin)
    if (known !== undefined) return known
    const name = stubName(plugin, this.#taken)
    const file = join(this.folder, `${name}.so`)
    this.#taken.add(name.toLowerCase())
    this.#files.set(plugin, file)
    return file
  }

  /**
   * Lets a plugin keep the stub that it has: the host's list names it, whatever the order of ours has become. One that
   * the administrator made by another name is not ours to write.
   */
  adopt(plugin: string, file: string): void {
    const own = stubName(plugin, new Set()).toLowerCase()
    const isOurs = bareName(file) === own || bareName(file).startsWith(`${own}-`)
    if (dirname(file) !== this.folder || !isOurs) return
    this.#taken.add(bareName(file))
    this.#files.set(plugin, file)
  }

  /**
   * Makes sure that a plugin's stub is there and is right.
   *
   * @returns its absolute path.
   * @throws PluginLoadError of stage `stub`.
   */
  write(plugin: string): string {
    const file = this.fileFor(plugin)
    const stub = this.#stamp(plugin)
    try {
      // Hosts load a library anew at the next map change if it was written since, so one that is right is left alone.
      if (!existsSync(file) || !stub.equals(readFileSync(file))) replaceStub(file, stub)
    } catch (error) {
      throw cannotWrite(this.#game.display(file), error)
    }
    return file
  }

  /** The plugin for which a library was stamped from our template; null for any other library. */
  sourceOf(library: string): string | null {
    try {
      const template = this.#readTemplate()
      if (statSync(library).size !== template.length) return null
      const bytes = readFileSync(library)
      const [source, core] = [fieldOf('source', template, bytes), fieldOf('core', template, bytes)]
      const isStub = bytes.equals(stampTemplate(template, { source, core }))
      return isStub ? this.#game.resolve(source) : null
    } catch {
      // No such library, no template, or fields that no stub has.
      return null
    }
  }

  /**
   * Deletes the stubs of plugins that are not there any more. What is no stub stays.
   *
   * @param kept - Absolute paths of stubs to leave alone, besides those that were written.
   */
  removeOthers(kept: ReadonlySet<string>): void {
    if (!existsSync(this.folder)) return
    const used = new Set(this.#files.values())
    for (const name of readdirSync(this.folder)) {
      const file = join(this.folder, name)
      if (name.endsWith('.so') && !used.has(file) && !kept.has(file) && isStub(file)) rmSync(file)
    }
  }

  #stamp(plugin: string): Buffer {
    const { path, metamodDirectory } = this.#game
    const source = below(path, plugin) ?? plugin
    // So that the game directory can be moved as a whole.
    const core = below(metamodDirectory, this.#core) === null ? this.#core : relative(this.folder, this.#core)
    try {
      return Buffer.from(stampTemplate(this.#readTemplate(), { source, core }))
    } catch (error) {
      if (error instanceof PluginLoadError) throw error
      const why = reasonOf(error)
      throw new PluginLoadError('stub', `its stub cannot be made: ${why}; give it a shorter path`, {
        cause: error,
      })
    }
  }

  #readTemplate(): Uint8Array {
    if (this.#template !== null) return this.#template
    const file = join(dirname(this.#core), 'metamod_stub.so')
    if (existsSync(file)) return (this.#template = readFileSync(file))
    const cure = `install Metamod for TypeScript again, with 'npx @csr/metamod-loader install --guest'`
    throw new PluginLoadError('stub', `its stub cannot be made: ${file}: no such file; ${cure}`)
  }
}

/** The name by which hosts compare plugins, without the ending. */
const bareName = (file: string): string => basename(file).replace(/\.so$/, '').toLowerCase()

/** `file` relative to `folder` if it is inside. */
function below(folder: string, file: string): string | null {
  const path = relative(folder, file)
  return path.startsWith('..') || isAbsolute(path) ? null : path
}

function fieldOf(name: string, template: Uint8Array, stamped: Buffer): string {
  const start = Buffer.from(template).indexOf(`@METAMOD:${name}@`)
  return stamped.toString('utf8', start, stamped.indexOf(0, start))
}
