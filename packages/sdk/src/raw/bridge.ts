/**
 * The native add-on as TypeScript sees it: the only door between JavaScript and the core. Everything hot travels in
 * {@link Bridge.scratch}, a block of memory both sides read; the calls here carry one small integer or what cannot be
 * put into numbers (text and opaque pointers). Authors never meet this file.
 */

/**
 * A pointer that JavaScript may hold and give back, but never make, read or change. One that was read from a hook's
 * parameters is good until that hook returns.
 */
export interface NativePointer {
  readonly type: string
}

export type ReferenceArgument = string | NativePointer | Uint8Array | Int32Array | null

/** Calls one function of a C table; numbers wait in the scratch frame, references come as arguments. */
export type NativeCall = (...references: ReferenceArgument[]) => string | NativePointer | null | undefined

/** Which table a call goes to: the real one, or the one through which every plugin's hooks fire. */
export type CallTarget = 'real' | 'hooked'

/** The engine's memory, mapped for as long as the engine leaves its entities where they are. */
export interface EngineMemory {
  readonly edicts: ArrayBuffer
  readonly edictCount: number
  readonly globals: ArrayBuffer
  /** Low and high half of the address of the first edict; used to turn a stored edict pointer into an index. */
  readonly edictsLow: number
  readonly edictsHigh: number
}

/** What a native plugin says of itself, and what a script plugin says through us. Texts are as the plugin gave them. */
export interface PluginInfo {
  readonly interfaceVersion: string
  readonly name: string
  readonly version: string
  readonly date: string
  readonly author: string
  readonly url: string
  readonly logTag: string
  readonly loadable: number
  readonly unloadable: number
}

/**
 * A server command that plugins or the loader registered. Slot 0 is the loader's own, a plugin nobody could name, or one
 * that was unloaded.
 */
export interface RegisteredCommand {
  readonly name: string
  readonly slot: number
  /** False after its plugin was unloaded; the name waits for a plugin that registers it again. */
  readonly isAlive: boolean
}

/** A cvar that plugins or the loader registered. It stays in the server when its plugin goes. */
export interface RegisteredCvar {
  readonly name: string
  readonly string: string
  readonly value: number
  readonly flags: number
  /** Of the first plugin that registered it and is there still; 0 as for commands. */
  readonly slot: number
  /** False after its plugin was unloaded. */
  readonly isAlive: boolean
}

/** A user message, the engine's own included. Slot 0 is the game, the engine, or a plugin that was unloaded. */
export interface RegisteredMessage {
  readonly name: string
  readonly id: number
  /** -1 for a message of variable length. */
  readonly size: number
  readonly slot: number
}

/** Where the real game DLL is. */
export interface FoundGame {
  /** Absolute; empty where there is none. */
  readonly path: string
  readonly source: 'environment' | 'config' | 'front' | 'known' | 'search' | ''
  /** What was looked at and why it was passed over, a line each. */
  readonly tried: readonly string[]
}

/** Calls from the core into policy. None of them may throw; the add-on logs and swallows what does. */
export interface BridgeCallbacks {
  /** Runs the hooks of the frame at byte offset `base` of the scratch block. */
  dispatch(base: number): void
  boot(): boolean
  mapStarted(): void
  mapEnded(): void
  shutdown(): void
  command(slot: number, name: string): void
  /** A client typed `meta`. Answers whether that was for us; if not, the game gets it. */
  clientCommand(entityIndex: number): boolean
  /** An entity of a class that `addEntityClass` registered is being made. */
  spawnEntity(slot: number, className: string, entityIndex: number): void
  /** Returns the slot of the plugin that is loaded now, or was already; 0 where it cannot be loaded. */
  loadPlugin(callerSlot: number, cmdline: string, now: number): number
  /** Returns 0 when unloaded, else Metamod's answer for failure (1). */
  unloadPlugin(callerSlot: number, cmdline: string, now: number, reason: number): number
  log(line: string): void
  /**
   * As a guest of another Metamod: the stub of the plugin at `source` was opened by the host. Answers the plugin's slot,
   * whose info `addScript` has been told by then, or 0 to have the stub refused.
   */
  stubQueried(source: string, stubPath: string): number
  stubAttached(slot: number, now: number): boolean
  stubDetached(slot: number, now: number, reason: number): boolean
  /** The engine's memory was mapped, or moved. The buffers given before are detached. */
  memory(memory: EngineMemory): void
  /**
   * A message that `gatherMessage` asked for is complete, and nobody got it yet.
   *
   * @returns the message to send instead, which may be the same one; null to send none.
   */
  userMessage(message: WholeMessage): WholeMessage | null
  /**
   * JavaScript ran longer than `limitScripts` allows (0), or filled the heap (1). Called inside of it, at whatever it was
   * doing: the stack of an Error made here tells, and nothing may be changed.
   *
   * @param isInLoop - The event loop called it, and not the engine: a timer, a promise, what a file or a socket had to tell.
   * @returns whether it is to be ended.
   */
  overran(why: 0 | 1, isInLoop: boolean): boolean
  /**
   * It was ended: V8 took it off the stack and passed by every `catch` and `finally`.
   *
   * @param top - Where the next frame in the scratch block goes.
   */
  stalled(top: number): void
  /** A large struct (playermove_t) was met at a new address; frames name it by `id`. */
  mapped(id: number, buffer: ArrayBuffer): void
}

/** One argument of a user message: which function of the engine wrote it, and what it was given. */
export type MessagePart =
  | {
      readonly type: 'byte' | 'char' | 'short' | 'long' | 'angle' | 'coord' | 'entity'
      readonly value: number
    }
  | { readonly type: 'string'; readonly value: string }

/** A user message with all that was written into it. */
export interface WholeMessage {
  readonly id: number
  /** One of `MessageDest`. */
  readonly dest: number
  readonly origin: readonly [x: number, y: number, z: number] | null
  /** The index of the player it is for; -1 for none. */
  readonly entityIndex: number
  readonly parts: readonly MessagePart[]
  /** As a guest of another Metamod: whose listeners are meant; all if left out. */
  readonly slots?: readonly number[]
}

/** Numbers for the `which` argument beside parameter indexes 0, 1, 2…. */
export const FrameValue = { result: -1, original: -2, override: -3 } as const

export interface Bridge {
  /** Frames lie on it as on a stack: each begins where that of the hook around it ends, the outermost at 0. */
  readonly scratch: ArrayBuffer
  readonly wordSize: 32 | 64
  /** Loads the core library and connects it. Throws if the library cannot be loaded or speaks another interface. */
  open(corePath: string, callbacks: BridgeCallbacks): void
  /** Forgets game DLL, plugins and hooks; after it `open` may be called again. */
  close(): void

  // Lifecycle mechanism. These throw an Error whose message says what C said.
  loadGameDll(path: string): void
  gameDllPath(): string
  addNative(slot: number): void
  /** @param path - Absolute, of the plugin's file or folder: what natives are told that ask by its PLID. */
  addScript(slot: number, info: PluginInfo, path?: string): void
  openNative(slot: number, path: string): void
  queryNative(slot: number): PluginInfo
  attachNative(slot: number, now: number): void
  detachNative(slot: number, now: number, reason: number): void
  setRunning(slot: number, running: boolean): void
  removePlugin(slot: number): void
  /** What the plugin in a slot calls itself; empty where there is none, or it was not asked yet. */
  pluginName(slot: number): string
  setHook(slot: number, functionId: number, phase: 0 | 1, on: boolean): void
  hookCount(slot: number): number
  /** `functionId * 2 + phase` of each hook of a plugin, ascending. */
  hookedFunctions(slot: number): readonly number[]
  /**
   * Looks for the real game DLL.
   *
   * @param named - As config.ini names it; empty if it does not.
   * @param autodetect - Whether to go on looking by the game's name and by exports.
   */
  findGameDll(named: string, autodetect: boolean): FoundGame
  /** What `+localinfo KEY VALUE` set; empty where nothing did. */
  localInfo(key: string): string
  /** What is known of the game and its DLL; empty for what is not. @param tag - One of `GameInfo`. */
  describeGame(tag: number): string

  /** Has the arguments of the game's messages with a number gathered for the plugin in a slot; see `userMessage`. */
  gatherMessage(slot: number, id: number, on: boolean): void
  /**
   * The message that the engine was told to begin and not yet to end; null for none. `slot` is that of the native plugin
   * that began it, and 0 for the game and for TypeScript plugins.
   */
  openMessage(): { readonly id: number; readonly slot: number } | null
  /**
   * Watches that no JavaScript runs for long, or fills the heap; see `overran`. Missing where nothing native is.
   *
   * @param limit - The cvar that says for how many milliseconds it may run; 0 for ever. It may change at any time.
   * @returns false where this Node offers no way to do it.
   */
  limitScripts?(limit: NativePointer): boolean

  // As a guest of another Metamod.
  /** The Metamod whose plugin we are, such as `metamod-r`; empty where we are the Metamod ourselves. */
  hostName(): string
  /**
   * Has the host load a stub, anew if it could not before; answers what the host answers, 0 for success.
   *
   * @param path - Relative to the game directory, or absolute.
   */
  loadStub(path: string, now: number): number
  /** Has the host unload the stub in a slot; answers likewise. */
  unloadStub(slot: number, now: number, reason: number): number

  /** Prints a line to the server console. */
  print(line: string): void
  /** Writes a line into the server's log, which does not repeat it at the console. */
  recordLog(line: string): void

  // Calls into C.
  bind(functionId: number, target: CallTarget): NativeCall

  // What a hook frame holds besides numbers.
  frameText(base: number, which: number): string | null
  framePointer(base: number, which: number): NativePointer | null
  setFrameText(base: number, which: number, text: string | null): void
  setFramePointer(base: number, which: number, pointer: NativePointer | null): void
  /** A `const char *` field of a struct parameter. */
  structText(base: number, parameter: number, offset: number): string | null
  setStructText(base: number, parameter: number, offset: number, text: string): void

  // Engine memory.
  string(handle: number): string
  allocString(text: string): number
  /** Stores a pointer to an entity (or null for -1) into a field of another; offset counts from the edict's start. */
  setEdictField(entityIndex: number, offset: number, targetIndex: number): void
  /** Text behind a pointer of type infoBuffer or fileBuffer. */
  pointerText(pointer: NativePointer): string
  /** The first bytes of a visibility set; at most 1024, which every engine has. */
  pointerBytes(pointer: NativePointer, length: number): Uint8Array
  /** The value of a cvar; costs a quarter of {@link readCvar}. */
  cvarText(pointer: NativePointer): string
  readCvar(pointer: NativePointer): { name: string; string: string; flags: number; value: number }
  /** Reads a whole file through the engine and gives its buffer back to it; null if there is none. */
  loadFile(path: string): Uint8Array | null

  // Registries and mutil, each for the plugin in `slot`.
  addCommand(slot: number, name: string): boolean
  /** Frees the name; until somebody has it again, it says at the console that it does nothing. */
  removeCommand(slot: number, name: string): void
  addCvar(slot: number, name: string, value: string, flags: number): NativePointer
  /** Has the engine find an entity class of a plugin's; false if the game or another plugin has it. */
  addEntityClass(slot: number, className: string): boolean
  removeEntityClass(slot: number, className: string): void
  commands(): readonly RegisteredCommand[]
  cvars(): readonly RegisteredCvar[]
  userMessages(): readonly RegisteredMessage[]
  /** Tells whose a message is that `regUserMsg` registered. */
  claimUserMessage(slot: number, name: string, size: number, id: number): void
  logConsole(slot: number, text: string): void
  logMessage(slot: number, text: string): void
  logError(slot: number, text: string): void
  logDeveloper(slot: number, text: string): void
  centerSay(slot: number, text: string, parms: Float64Array | null): void
  callGameEntity(slot: number, className: string, entityIndex: number): boolean
  userMessageId(slot: number, name: string): { id: number; size: number } | null
  userMessageName(slot: number, id: number): { name: string; size: number } | null
  gameInfo(slot: number, tag: number): string | null
  queriedCvar(slot: number, entityIndex: number): string | null
  makeRequestId(slot: number): number
}
