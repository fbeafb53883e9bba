/**
 * Puts hooks on the routines that are to be traced and takes them off again, so that what is not traced costs nothing, and
 * writes a line into the log for each call.
 */
import { hookOf, type Plugin, type Undo } from '@csr/metamod-sdk'

import { describeArguments, describeResult } from './describe-call.js'
import { routines, type Api, type Routine } from './routines.js'

/** What the console variables say. */
export interface Settings {
  /** A routine is traced if its level is not above its API's. */
  level(api: Api): number
  /** Whether there may be more than one line a second. */
  isUnlimited(): boolean
  /** Whether to say which hooks come and go. */
  isVerbose(): boolean
}

export class Tracer {
  readonly #plugin: Plugin
  readonly #settings: Settings
  readonly #chosen = new Set<Routine>()
  readonly #hooks = new Map<Routine, Undo>()
  #lastSecond = 0

  constructor(plugin: Plugin, settings: Settings) {
    this.#plugin = plugin
    this.#settings = settings
  }

  /** Whether calls of a routine are written into the log. */
  isTraced(routine: Routine): boolean {
    return this.#hooks.has(routine)
  }

  /** Traces a routine whatever its level. @returns false if it is traced so already. */
  set(routine: Routine): boolean {
    if (this.#chosen.has(routine)) return false
    this.#chosen.add(routine)
    this.update()
    return true
  }

  /** Takes back `set`. @returns false if the routine was not set. */
  unset(routine: Routine): boolean {
    const wasChosen = this.#chosen.delete(routine)
    this.update()
    return wasChosen
  }

  /** Puts on and takes off hooks as the settings are now. */
  update(): void {
    for (const routine of routines) {
      const undo = this.#hooks.get(routine)
      const isWanted = this.#chosen.has(routine) || this.#settings.level(routine.api) >= routine.level
      if (isWanted && undo === undefined) {
        this.#hooks.set(routine, this.#hook(routine))
        this.#say(routine, 'hooked')
      } else if (!isWanted && undo !== undefined) {
        undo()
        this.#hooks.delete(routine)
        this.#say(routine, 'not hooked any more')
      }
    }
  }

  #say({ name }: Routine, what: string): void {
    if (this.#settings.isVerbose()) this.#plugin.util.logMessage(`debug: ${name} is ${what}`)
  }

  #hook(routine: Routine): Undo {
    const { callee } = routine
    const undoPre = hookOf(
      this.#plugin,
      callee,
      'pre',
    )((event) => {
      this.#write(routine, '', () => describeArguments(routine, event))
    })
    const undoPost = hookOf(
      this.#plugin,
      callee,
      'post',
    )((event) => {
      this.#write(routine, '_Post', () => describeResult(routine, event))
    })
    return () => {
      undoPre()
      undoPost()
    }
  }

  #write({ api, name, level }: Routine, phase: string, describe: () => string): void {
    if (!this.#settings.isUnlimited()) {
      const second = Math.floor(Date.now() / 1000)
      if (second === this.#lastSecond) return
      this.#lastSecond = second
    }
    this.#plugin.util.logMessage(`${api}(${level}): called: ${name}${phase}; ${describe()}`)
  }
}
