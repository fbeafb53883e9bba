/** What a plugin's events do once a frame. While none of them has anything to do, no frame enters the plugin. */
import type { HookTables } from '../hook-table.js'
import type { Undo } from '../raw/hook.js'

/** Something that may have work in the next frame. */
export interface FrameStep {
  /** Whether it wants the next frame. */
  wantsFrame(): boolean
  runFrame(): void
}

export class FrameSteps {
  readonly #hooks: Pick<HookTables, 'on'>
  readonly #steps: readonly FrameStep[]
  #unhook: Undo | null = null

  /** @param steps - In the order in which they are to run. */
  constructor(hooks: Pick<HookTables, 'on'>, steps: readonly FrameStep[]) {
    this.#hooks = hooks
    this.#steps = steps
  }

  /** Puts the hook on, or takes it off, as the steps want it now. */
  refresh(): void {
    const isWanted = this.#steps.some((step) => step.wantsFrame())
    if (isWanted) {
      this.#unhook ??= this.#hooks.on.startFrame(() => this.#run())
    } else {
      this.#unhook?.()
      this.#unhook = null
    }
  }

  #run(): void {
    for (const step of this.#steps) if (step.wantsFrame()) step.runFrame()
    this.refresh()
  }
}
