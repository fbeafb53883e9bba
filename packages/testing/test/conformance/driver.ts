/**
 * What a scenario can do with a server, whichever of the two it is: the test server of this package, or the bridge in the
 * fake engine, both of them with Metamod and the scenario's plugins.
 */
import type { PluginDefinition } from '@csr/metamod-sdk'

/** The server that a scenario wants. */
export interface Setup {
  /** What is loaded at the start, made anew for each server. */
  readonly plugins?: (note: Note) => readonly PluginDefinition[]
  /** 8 if left out. */
  readonly maxPlayers?: number
}

/** Writes a line into the transcript: values are shown in a way that is the same on both servers. */
export type Note = (what: string, ...values: readonly unknown[]) => void

/** Who came in: the slot, or why not. */
export type Joined = { readonly slot: number } | { readonly rejected: string }

/** A server that runs. */
export interface Driver {
  /** All that was printed and noted so far, in the order in which it happened. */
  readonly transcript: readonly string[]
  readonly note: Note
  /** Types a line at the server's console and has it run at once, outside of any frame. */
  readonly console: (line: string) => void
  /** Lets a person in, who enters the game with the next frame and then walks about. */
  readonly connect: (name: string, address?: string) => Joined
  readonly disconnect: (slot: number) => void
  /** A line that a client types. */
  readonly type: (slot: number, line: string) => void
  /** Runs frames of a hundredth of a second each. */
  readonly frames: (count: number) => void
  /** Runs one frame. */
  readonly frame: (seconds: number) => void
  /** Loads one more plugin. */
  readonly load: (plugin: PluginDefinition) => void
  /** Reloads a plugin with another version in its place. */
  readonly reload: (slot: number, plugin: PluginDefinition) => void
  /** Lets promises go on. */
  readonly settle: () => Promise<void>
  readonly stop: () => void
}

/** Starts a server. */
export type StartDriver = (setup: Setup) => Driver
