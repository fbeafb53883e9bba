/**
 * The timers of one plugin. They go by game time, so they stand still with the game: while the server is paused or empty and
 * asleep, between maps, and while the plugin is paused. The frame hook is on while there is a timer, and looks at one.
 */
import type { PluginScope } from '../plugin-scope.js'
import { claim, finiteNumber, record } from '../raw/checks.js'
import { outOfRange, wrongType } from '../raw/errors.js'
import type { Undo } from '../raw/hook.js'
import type { GameClock } from './game-clock.js'
import { TimerHeap } from './timer-heap.js'
import type { Timer } from './timer-heap.js'

/** What a timer may be told besides its time. */
export interface TimerOptions {
  /** Whether the end of the map takes the timer back; if left out, it goes on in the next map with what it had left. */
  readonly untilMapEnd?: boolean
}

/** Seconds by which a timer may be early: engines count in 32-bit floats, where 0.1 + 0.1 + … falls short by less than this. */
const tolerance = 0.001

/** What {@link Timers} stand on. */
export interface TimerParts {
  readonly scope: PluginScope
  readonly clock: GameClock
  /** Has a function called in every frame. */
  readonly onFrame: (listener: () => void) => Undo
}

export class Timers {
  readonly #scope: PluginScope
  readonly #clock: GameClock
  readonly #onFrame: TimerParts['onFrame']
  readonly #sleeping = new TimerHeap()
  /** Those that are due in this frame. Kept here, so that the rest runs in the next one if a callback is ended from outside. */
  #due: Timer[] = []
  #nextDue = 0
  /** Registered in a frame in which ours is still to come: they wait for the next. */
  readonly #early = new Set<Timer>()
  #unhook: Undo | null = null
  /** The engine's time when ours was called last in this map, which tells whether this frame's call is still to come. */
  #frameTime: number | null = null
  #registered = 0
  /** Game time that went by while the plugin was paused. */
  #lost = 0
  #pausedAt: number | null = null

  constructor({ scope, clock, onFrame }: TimerParts) {
    this.#scope = scope
    this.#clock = clock
    this.#onFrame = onFrame
    const unlisten = clock.onMapEnd(() => {
      this.#frameTime = null
      this.#end(({ untilMapEnd }) => untilMapEnd)
    })
    scope.keep(() => {
      unlisten()
      this.#end(() => true)
    })
  }

  after(seconds: number, callback: () => unknown, options: TimerOptions = {}): Undo {
    return this.#add('after', seconds, callback, options, false)
  }

  every(seconds: number, callback: () => unknown, options: TimerOptions = {}): Undo {
    return this.#add('every', seconds, callback, options, true)
  }

  nextFrame(callback: () => unknown): Undo {
    return this.#add('nextFrame', 0, callback, {}, false)
  }

  wait(seconds: number): Promise<void> {
    const { signal } = this.#scope
    return new Promise((resolve, reject) => {
      const end = (): void => reject(signal.reason as Error)
      const wake = (): void => {
        signal.removeEventListener('abort', end)
        resolve()
      }
      this.#add('wait', seconds, wake, {}, false)
      signal.addEventListener('abort', end)
    })
  }

  setPaused(isPaused: boolean): void {
    if (isPaused) this.#pausedAt ??= this.#clock.now
    else if (this.#pausedAt !== null) {
      this.#lost += this.#clock.now - this.#pausedAt
      this.#pausedAt = null
      // The frames of the pause are over, though ours was called in none of them.
      this.#frameTime = this.#clock.engineTime
    }
  }

  get #now(): number {
    return (this.#pausedAt ?? this.#clock.now) - this.#lost
  }

  #add(
    place: string,
    ...[seconds, callback, options, isRepeated]: [number, () => unknown, TimerOptions, boolean]
  ): Undo {
    this.#scope.requireLoaded(place)
    if (finiteNumber(seconds, place, 'seconds') < 0) throw outOfRange(place, 'seconds', '0 or more', seconds)
    if (typeof callback !== 'function') throw wrongType(place, 'callback', 'a function', callback)
    record(options, place, 'options')
    const { untilMapEnd = false } = options
    claim(untilMapEnd, place, 'untilMapEnd')
    const timer: Timer = {
      callback,
      interval: isRepeated ? seconds : null,
      untilMapEnd,
      due: this.#now + seconds,
      order: this.#registered++,
      isActive: true,
      at: -1,
    }
    this.#sleeping.add(timer)
    if (this.#unhook === null) this.#hook()
    // The dispatcher holds back a hook that is added while it runs; one that is on already has to be told.
    else if (this.#clock.engineTime !== (this.#frameTime ?? this.#clock.startTime)) this.#early.add(timer)
    return () => {
      this.#forget(timer)
      this.#unhookIfIdle()
    }
  }

  #hook(): void {
    this.#frameTime = this.#clock.engineTime
    this.#unhook = this.#onFrame(() => this.#frame())
  }

  #frame(): void {
    this.#clock.mapStarted()
    this.#frameTime = this.#clock.engineTime
    const now = this.#now
    if (this.#nextDue === this.#due.length) this.#collect(now)
    this.#early.clear()
    while (this.#nextDue < this.#due.length) {
      // One that pauses the plugin leaves the others for when it goes on.
      if (this.#scope.isPaused) return
      const timer = this.#due[this.#nextDue++]
      if (timer?.isActive === true) this.#run(timer, now)
    }
    this.#due = []
    this.#nextDue = 0
    this.#unhookIfIdle()
  }

  #collect(now: number): void {
    const early: Timer[] = []
    for (let timer = this.#sleeping.first; timer !== undefined; timer = this.#sleeping.first) {
      if (timer.due > now + tolerance) break
      this.#sleeping.remove(timer)
      ;(this.#early.has(timer) ? early : this.#due).push(timer)
    }
    for (const timer of early) this.#sleeping.add(timer)
  }

  #run(timer: Timer, now: number): void {
    if (timer.interval === null) timer.isActive = false
    else {
      // It keeps its beat, but what it missed is not made up for.
      const next = timer.due + timer.interval
      timer.due = next > now + tolerance ? next : now + timer.interval
      this.#sleeping.add(timer)
    }
    this.#scope.run('timer', timer.callback)
  }

  #forget(timer: Timer): void {
    timer.isActive = false
    this.#sleeping.remove(timer)
    this.#early.delete(timer)
  }

  #end(isOver: (timer: Timer) => boolean): void {
    const waiting = this.#due.slice(this.#nextDue)
    for (const timer of [...this.#sleeping.all, ...waiting]) if (isOver(timer)) this.#forget(timer)
    this.#unhookIfIdle()
  }

  #unhookIfIdle(): void {
    if (this.#unhook === null || this.#sleeping.size > 0 || this.#nextDue < this.#due.length) return
    this.#unhook()
    this.#unhook = null
  }
}
