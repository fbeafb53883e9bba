/**
 * The native add-on, played in TypeScript: the SDK and the loader meet it through the same interface as the real one, so
 * nothing of theirs knows that there is no C behind it. The engine and the game behind it are those of this package.
 */
import {
  layoutOf,
  offsetIn,
  rows,
  type Bridge,
  type BridgeCallbacks,
  type EngineMemory,
  type FoundGame,
  type FunctionRow,
  type NativeCall,
  type NativePointer,
  type PluginInfo,
  type RegisteredCommand,
  type RegisteredCvar,
  type RegisteredMessage,
  type WholeMessage,
} from '@csr/metamod-sdk/host'
import { AlertType } from '@csr/metamod-sdk'

import type { CallLog } from '../call-log.js'
import { cvarBehind } from '../engine/cvars.js'
import type { Engine } from '../engine/engine.js'
import { mostEntities } from '../engine/entity-addresses.js'
import { readGameFile } from '../engine/functions/files.js'
import type { EngineTable } from '../engine/functions/table.js'
import type { GameDll } from '../engine/game-dll.js'
import { InfoBuffer } from '../engine/info.js'
import { asPointer, VisibilitySet } from '../engine/pointers.js'
import { unavailable } from '../engine/unavailable.js'
import { gameDll } from '../game/dll.js'
import { Game } from '../game/game.js'
import { centerSay } from './center-say.js'
import { describeGame, gamePath } from './describe-game.js'
import { Frames } from './frames.js'
import { GatheredMessages } from './gathered-messages.js'
import { NativeCalls } from './native-calls.js'
import { runOwnHook } from './own-hooks.js'
import { Registries } from './registries.js'
import { ScriptHooks } from './script-hooks.js'
import { playerMoveId } from './values.js'

const engineRows = rows.filter(({ table }) => table === 'engine')
const gameRows = rows.filter(({ table }) => table !== 'engine')
const varsOffset = offsetIn(layoutOf('edict_t', 64), 'vars')
const firstRequest = 0x41110000
const longestLogLine = 1022

type AnyFunction = (...args: readonly unknown[]) => unknown

export class FakeBridge implements Bridge {
  readonly wordSize = 64
  readonly #engine: Engine
  readonly #log: { readonly engine: CallLog; readonly game: CallLog }
  readonly #frames = new Frames()
  readonly #calls: NativeCalls
  readonly #hooks: ScriptHooks
  readonly #registries: Registries
  readonly #messages: GatheredMessages
  readonly #game: Game
  readonly #gameTable: Readonly<Record<string, unknown>>
  readonly #plugins = new Map<number, { info: PluginInfo; path: string; isRunning: boolean }>()
  readonly #queries = new Map<number, string>()
  #callbacks: BridgeCallbacks | null = null
  #mapped: ArrayBuffer | null = null
  #hasMappedMove = false
  #requests = 0
  /** Told as well where the engine's entities lie. */
  onMemory: (memory: EngineMemory) => void = () => undefined

  constructor(engine: Engine, log: { readonly engine: CallLog; readonly game: CallLog }) {
    const { frames, callbacks } = { frames: this.#frames, callbacks: () => this.#policy }
    const report = (line: string): void => callbacks().log(line)
    this.#engine = engine
    this.#log = log
    this.#calls = new NativeCalls(frames, engine.addresses)
    this.#hooks = new ScriptHooks(frames, { dispatch: (base) => callbacks().dispatch(base), log: report })
    this.#registries = new Registries(engine, {
      pluginName: (slot) => this.pluginName(slot),
      run: (slot, name) => callbacks().command(slot, name),
      log: report,
    })
    this.#messages = new GatheredMessages({
      engine: engine.engineTable,
      isRunning: (slot) => this.#plugins.get(slot)?.isRunning === true,
      nameOf: (id) => this.#registries.messageWithId(id)?.name ?? `number ${id}`,
      deliver: (message: WholeMessage) => callbacks().userMessage(message),
      log: report,
    })
    this.#game = new Game(engine, this.#hookedEngine())
    this.#gameTable = gameDll(this.#game)
    engine.connect(this.#hookedDll(), (entity, className) => this.#createEntity(entity, className))
  }

  get scratch(): ArrayBuffer {
    return this.#frames.scratch
  }

  get #policy(): BridgeCallbacks {
    if (this.#callbacks === null) throw new Error('the bridge was not opened')
    return this.#callbacks
  }

  open(_corePath: string, callbacks: BridgeCallbacks): void {
    this.#callbacks = callbacks
  }

  close(): void {
    this.#plugins.clear()
  }

  /** What the engine does when it loads Metamod as its game DLL. */
  boot(): boolean {
    return this.#policy.boot()
  }

  // Calls of engine and game, through everybody's hooks.

  #hookedEngine(): EngineTable {
    const table = Object.fromEntries(
      engineRows.map((row) => [row.name, (...args: unknown[]) => this.#callEngine(row, args)]),
    )
    return table as unknown as EngineTable
  }

  #hookedDll(): GameDll {
    const table = Object.fromEntries(
      gameRows.map((row) => [row.name, (...args: unknown[]) => this.#callGame(row, args)]),
    )
    return table as unknown as GameDll
  }

  #callEngine(row: FunctionRow, args: readonly unknown[]): unknown {
    const { name } = row
    this.#refreshFor(row, args)
    if (name === 'queryClientCvarValue') this.#queries.set(args[0] as number, args[1] as string)
    const result = this.#hooks.call(row, args, (given) =>
      this.#messages.take(name, given) ? undefined : this.#runEngine(row, given),
    )
    if (name === 'regUserMsg')
      this.#registries.noteMessage(0, args[0] as string, args[1] as number, result as number)
    return result
  }

  #callGame(row: FunctionRow, args: readonly unknown[]): unknown {
    this.#refreshFor(row, args)
    const behind = (): unknown => this.#hooks.call(row, args, (given) => this.#runGame(row, given))
    const parts = {
      engine: this.#engine,
      callbacks: this.#policy,
      queries: this.#queries,
      mapEnded: () => {
        this.#requests = 0
        this.#messages.mapEnded()
      },
    }
    if (row.name === 'serverActivate') this.#refresh()
    return runOwnHook(parts, row.name, args, behind)
  }

  #runEngine(row: FunctionRow, args: readonly unknown[]): unknown {
    const table = this.#engine.engineTable as unknown as Record<string, AnyFunction | undefined>
    const run = table[row.name]
    if (run === undefined) unavailable(row.name, 'it has no such function')
    this.#log.engine.record(row.id, args)
    return run(...args)
  }

  #runGame(row: FunctionRow, args: readonly unknown[]): unknown {
    const run = this.#gameTable[row.name] as AnyFunction | undefined
    if (run === undefined) unavailable(row.name, 'its game has no such function')
    this.#log.game.record(row.id, args)
    return run(...args)
  }

  bind(functionId: number, target: 'real' | 'hooked'): NativeCall {
    const row = rows[functionId]
    if (row === undefined) throw new Error(`there is no function ${functionId}`)
    const isEngine = row.table === 'engine'
    if (target === 'hooked')
      return this.#calls.bind(row, (_, args) =>
        isEngine ? this.#callEngine(row, args) : this.#callGame(row, args),
      )
    if (!isEngine) return this.#calls.bind(row, (_, args) => this.#runGame(row, args))
    return this.#calls.bind(row, (_, args) => {
      if (row.name === 'queryClientCvarValue') this.#queries.set(args[0] as number, args[1] as string)
      this.#messages.pluginCalled(row.name, args)
      return this.#runEngine(row, args)
    })
  }

  // Engine memory.

  /** The SDK is told of the entities when the first of them crosses, as it is by the real bridge. */
  #refreshFor(row: FunctionRow, args: readonly unknown[]): void {
    if (row.params.some(({ kind }) => kind === 'mapped')) this.#mapMove()
    if (this.#mapped === this.#engine.edicts.buffer) return
    const names = row.params.some(
      ({ kind }, index) => (kind === 'edict' || kind === 'entvars') && (args[index] as number) >= 0,
    )
    if (names) this.#refresh()
  }

  #refresh(): void {
    const { addresses, edicts, globals } = this.#engine
    if (this.#mapped === edicts.buffer || edicts.buffer.byteLength === 0) return
    this.#mapped = edicts.buffer
    const memory = {
      edicts: edicts.buffer,
      edictCount: mostEntities,
      globals: globals.$arrays.u8.buffer as ArrayBuffer,
      edictsLow: addresses.low,
      edictsHigh: addresses.high,
    }
    this.onMemory(memory)
    this.#policy.memory(memory)
  }

  #mapMove(): void {
    if (this.#hasMappedMove) return
    this.#hasMappedMove = true
    this.#policy.mapped(playerMoveId, this.#engine.playerMove.state.$arrays.u8.buffer as ArrayBuffer)
  }

  #createEntity(entity: number, className: string): boolean {
    const entityClass = this.#game.classNamed(className)
    if (entityClass !== null) {
      this.#game.create(entity, entityClass)
      return true
    }
    return this.#registries.make(className, (slot) => {
      this.#refresh()
      this.#policy.spawnEntity(slot, className, entity)
    })
  }

  // Lifecycle.

  loadGameDll(): void {
    return undefined
  }

  gameDllPath(): string {
    return gamePath
  }

  findGameDll(): FoundGame {
    return { path: gamePath, source: 'search', tried: [] }
  }

  localInfo(key: string): string {
    return this.#engine.server.localInfo.get(key)
  }

  describeGame(tag: number): string {
    return describeGame(this.#engine, tag)
  }

  addNative(): void {
    this.#noNatives()
  }
  openNative(): void {
    this.#noNatives()
  }
  queryNative(): PluginInfo {
    return this.#noNatives()
  }
  attachNative(): void {
    this.#noNatives()
  }
  detachNative(): void {
    this.#noNatives()
  }

  #noNatives(): never {
    return unavailable('native plugin', 'it runs no native code')
  }

  addScript(slot: number, info: PluginInfo, path = ''): void {
    this.#plugins.set(slot, { info, path, isRunning: false })
    this.#hooks.add(slot)
  }

  setRunning(slot: number, running: boolean): void {
    const plugin = this.#plugins.get(slot)
    if (plugin !== undefined) plugin.isRunning = running
    this.#hooks.setRunning(slot, running)
  }

  removePlugin(slot: number): void {
    this.#hooks.remove(slot)
    this.#registries.forgetOwner(slot)
    this.#messages.forgetOwner(slot)
    this.#plugins.delete(slot)
  }

  pluginName(slot: number): string {
    return this.#plugins.get(slot)?.info.name ?? ''
  }

  setHook(slot: number, functionId: number, phase: 0 | 1, on: boolean): void {
    this.#hooks.set(slot, functionId, phase, on)
  }

  hookCount(slot: number): number {
    return this.#hooks.hooked(slot).length
  }

  hookedFunctions(slot: number): readonly number[] {
    return this.#hooks.hooked(slot)
  }

  gatherMessage(slot: number, id: number, on: boolean): void {
    this.#messages.gather(slot, id, on)
  }

  openMessage(): { readonly id: number; readonly slot: number } | null {
    return this.#messages.open === 0 ? null : { id: this.#messages.open, slot: 0 }
  }

  hostName(): string {
    return ''
  }
  loadStub(): number {
    return this.#noNatives()
  }
  unloadStub(): number {
    return this.#noNatives()
  }

  print(line: string): void {
    this.#engine.console.line(line)
  }

  recordLog(line: string): void {
    this.#engine.console.log(line, false)
  }

  // What a hook frame holds besides numbers.

  frameText(base: number, which: number): string | null {
    return this.#frames.beside(base, which) as string | null
  }

  framePointer(base: number, which: number): NativePointer | null {
    return asPointer(this.#frames.beside(base, which))
  }

  setFrameText(base: number, _which: number, text: string | null): void {
    this.#frames.setResult(base, text)
  }

  setFramePointer(base: number, _which: number, pointer: NativePointer | null): void {
    this.#frames.setResult(base, pointer)
  }

  structText(base: number, parameter: number, offset: number): string | null {
    const struct = this.#frames.struct(base, parameter)
    return struct === null ? this.#calls.answeredText(parameter, offset) : (struct.$texts.get(offset) ?? null)
  }

  setStructText(base: number, parameter: number, offset: number, text: string): void {
    const struct = this.#frames.struct(base, parameter)
    if (struct === null) this.#calls.setText(parameter, offset, text)
    else struct.$texts.set(offset, text)
  }

  string(handle: number): string {
    return this.#engine.strings.text(handle)
  }

  allocString(text: string): number {
    return this.#engine.engineTable.allocString(text)
  }

  setEdictField(entityIndex: number, offset: number, targetIndex: number): void {
    const { addresses, edicts } = this.#engine
    const at = edicts.vars(entityIndex) as unknown as { $at: number }
    addresses.storeIndex(edicts.arrays, at.$at - varsOffset + offset, targetIndex)
  }

  pointerText(pointer: NativePointer): string {
    if (pointer instanceof InfoBuffer) return pointer.text
    throw new TypeError(`pointerText: a Pointer of type ${pointer.type} does not point to text`)
  }

  pointerBytes(pointer: NativePointer, length: number): Uint8Array {
    if (pointer instanceof VisibilitySet) return pointer.bytes.slice(0, length)
    throw new TypeError(`pointerBytes: expected a Pointer of type visibility, got ${pointer.type}`)
  }

  cvarText(pointer: NativePointer): string {
    return cvarBehind(pointer, 'cvarText').string
  }

  readCvar(pointer: NativePointer): { name: string; string: string; flags: number; value: number } {
    const { name, string, flags, value } = cvarBehind(pointer, 'readCvar')
    return { name, string, flags, value }
  }

  loadFile(path: string): Uint8Array | null {
    return readGameFile(this.#engine, path)
  }

  // Registries and mutil.

  addCommand(slot: number, name: string): boolean {
    return this.#registries.addCommand(slot, name)
  }

  removeCommand(slot: number, name: string): void {
    this.#registries.removeCommand(slot, name)
  }

  addCvar(slot: number, name: string, value: string, flags: number): NativePointer {
    return this.#registries.addCvar(slot, name, value, flags)
  }

  addEntityClass(slot: number, className: string): boolean {
    return this.#registries.addClass(slot, className, this.#game.classNamed(className) !== null)
  }

  removeEntityClass(slot: number, className: string): void {
    this.#registries.removeClass(slot, className)
  }

  commands(): readonly RegisteredCommand[] {
    return this.#registries.commands
  }

  cvars(): readonly RegisteredCvar[] {
    return this.#registries.cvars
  }

  userMessages(): readonly RegisteredMessage[] {
    return this.#registries.messages
  }

  claimUserMessage(slot: number, name: string, size: number, id: number): void {
    this.#registries.noteMessage(slot, name, size, id)
  }

  logConsole(_slot: number, text: string): void {
    this.#engine.console.write(`${text}\n`)
  }

  logMessage(slot: number, text: string): void {
    this.#logTagged(slot, '', text)
  }

  logError(slot: number, text: string): void {
    this.#logTagged(slot, 'ERROR: ', text)
  }

  logDeveloper(slot: number, text: string): void {
    if (this.#engine.cvars.number('developer') !== 0) this.#logTagged(slot, 'dev: ', text)
  }

  #logTagged(slot: number, kind: string, text: string): void {
    const tag = this.#plugins.get(slot)?.info.logTag ?? '?'
    const line = Buffer.from(`[${tag}] ${kind}${text}`).subarray(0, longestLogLine).toString()
    this.#engine.engineTable.alertMessage(AlertType.Logged, `${line}\n`)
  }

  centerSay(slot: number, text: string, parms: Float64Array | null): void {
    this.#logTagged(slot, '(centersay) ', text)
    centerSay(this.#engine, text, parms)
  }

  callGameEntity(_slot: number, className: string, entityIndex: number): boolean {
    return this.#createEntity(entityIndex, className)
  }

  userMessageId(_slot: number, name: string): { id: number; size: number } | null {
    const message = this.#registries.messageNamed(name)
    return message === null || message.id === 0 ? null : { id: message.id, size: message.size }
  }

  userMessageName(_slot: number, id: number): { name: string; size: number } | null {
    const message = this.#registries.messageWithId(id)
    return message === null ? null : { name: message.name, size: message.size }
  }

  gameInfo(_slot: number, tag: number): string {
    return this.describeGame(tag)
  }

  queriedCvar(_slot: number, entityIndex: number): string | null {
    return this.#queries.get(entityIndex) ?? null
  }

  makeRequestId(): number {
    this.#requests += 1
    return firstRequest + this.#requests
  }
}
