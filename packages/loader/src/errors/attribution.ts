/**
 * Whose an error is that nobody caught. Its stack often tells; but that of a failed file, of a refused connection or of a
 * package's own code names no plugin, and what is no Error has none. So each timer, promise and system call is marked,
 * when it is made, with the plugin whose code runs at that moment, or whose callback does.
 *
 * Node tells of them by an init hook of async_hooks. Hooks of the game pay nothing for it: the plugin whose code runs is
 * noted for each of them anyway, and is looked at here only when something asynchronous is made. Promises do pay: with
 * any such hook in a process, one costs about 100 ns more (bench/attribution-cost.ts). So the marking begins with the
 * first plugin that may do anything asynchronous at all, and is never there for those that do not.
 *
 * What it cannot tell:
 * - With {@link marksPromises} false, Node would end the process where a plugin's endless recursion makes promises while
 *   there is an init hook. A plugin's mistake must not do that, so there is no marking, and the stack has to tell; or that
 *   only one plugin can have started anything.
 * - A callback of `queueMicrotask` that throws what is no Error: Node has left it by the time that it says so.
 * - What a native add-on calls back without saying what for.
 */
import { createHook, executionAsyncResource } from 'node:async_hooks'
import { createHash } from 'node:crypto'

import type { Owner } from '@csr/metamod-sdk/host'

type Marked = { [mark: symbol]: Owner | undefined }

/** What of the host tells whose code runs. */
export interface Running {
  readonly running: Owner | null
}

export class Attribution {
  readonly #host: Running
  readonly #mark = Symbol('the plugin that started it')
  readonly #hook = createHook({ init: (_id, _type, _trigger, resource) => this.#made(resource) })
  /** What of the script there is to tell it from another, by the plugin's path; null where there were several. */
  readonly #scripts = new Map<string, string | null>()
  #isOn = false

  constructor(host: Running) {
    this.#host = host
  }

  /** The paths of all plugins, loaded or not any more, that can have started anything. */
  get suspects(): ReadonlySet<string> {
    return new Set(this.#scripts.keys())
  }

  /** Whether all that a plugin has started can only be of the script that runs. */
  hasOneVersion(path: string): boolean {
    return this.#scripts.get(path) !== null
  }

  /** A plugin's script is about to run. */
  expect(path: string, code: string): void {
    if (!mayStartAsync(code)) return
    const hash = createHash('sha256').update(code).digest('base64')
    this.#scripts.set(
      path,
      (this.#scripts.get(path) ?? hash) === hash && this.hasOneVersion(path) ? hash : null,
    )
    if (this.#isOn || !marksPromises()) return
    this.#isOn = true
    this.#hook.enable()
  }

  stop(): void {
    this.#isOn = false
    this.#hook.disable()
  }

  /** Whose code runs, or whose timer, promise or system call calls back; null where nobody knows. */
  current(resource: object = executionAsyncResource()): Owner | null {
    return this.#host.running ?? (resource as Marked)[this.#mark] ?? null
  }

  #made(resource: object): void {
    // Node ends the process for an error in here, and objects of native add-ons may refuse to be marked.
    try {
      const owner = this.current()
      if (owner !== null) (resource as Marked)[this.#mark] = owner
    } catch {
      // It stays without a mark.
    }
  }
}

/** From these releases on, a stack overflow while a promise is marked is an error like any other. */
const safeReleases: Readonly<Record<number, number>> = { 20: 20, 22: 22, 24: 13, 25: 3 }

/** Whether this Node survives a plugin's endless recursion with promises marked. */
export function marksPromises(version: string = process.versions.node): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 25 || minor >= (safeReleases[major] ?? Infinity)
}

// What a script has to name to start anything asynchronous: the words of the language, what is global, or a package.
const asyncWords =
  /\b(?:async|await|then|Promise|fromAsync|set(?:Timeout|Interval|Immediate)|queueMicrotask|fetch|process|globalThis|global|eval|Function|WebAssembly|Atomics|subtle|FinalizationRegistry|(?:Abort|Message|Broadcast|Event|Web)[A-Z]\w*|\w*Stream|Worker|navigator|performance)\b/
const requires = /\brequire\(\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)?|\bimport\(/g
const harmless = new Set(['@csr/metamod-sdk', 'node:url'])

/** Whether a script can start anything that goes on after it; no only where it is certain. */
export function mayStartAsync(code: string): boolean {
  const [script = ''] = code.split('\n//# sourceMappingURL=')
  if (asyncWords.test(script)) return true
  return [...script.matchAll(requires)].some(([, a, b, c]) => !harmless.has(a ?? b ?? c ?? ''))
}
