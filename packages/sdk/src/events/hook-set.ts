/** Hooks that go on and off together. */
import type { Undo } from '../raw/hook.js'

export class HookSet {
  readonly #hook: () => readonly Undo[]
  #undos: readonly Undo[] | null = null

  /** @param hook - Puts them on, and gives what takes them off. */
  constructor(hook: () => readonly Undo[]) {
    this.#hook = hook
  }

  get isOn(): boolean {
    return this.#undos !== null
  }

  set(isOn: boolean): void {
    if (isOn) {
      this.#undos ??= this.#hook()
    } else {
      for (const undo of this.#undos ?? []) undo()
      this.#undos = null
    }
  }
}
