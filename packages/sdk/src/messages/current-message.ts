/**
 * A message on its way past the listeners: each sees it as those before have left it, and the last answer counts. What
 * nobody touched goes back to the bridge as it came, since texts that are no UTF-8 do not survive in JavaScript.
 */
import type { MessagePart as RawPart, WholeMessage } from '../raw/bridge.js'
import { noValue, record, vector } from '../raw/checks.js'
import type { EntityTable } from '../raw/entity.js'
import { wrongType } from '../raw/errors.js'
import { MessageDest, MetaResult } from '../raw/generated/enums.js'
import { HookAnswer } from '../raw/hook.js'
import { checkPart, checkSize, checkWholePart, isPart, isUnchanged } from './check-part.js'
import { partOf } from './message-part.js'
import type { MessagePart, MessageValue } from './message-part.js'
import { checkDest, checkTarget, playerOf } from './message-target.js'
import type { KnownMessage } from './message-names.js'
import type { MessageChange, UserMessage } from './user-message.js'

/** The message as one listener sees it. Parts are made when they are asked for: many listeners look at one value only. */
class SeenMessage implements UserMessage {
  readonly name: string
  readonly id: number
  readonly dest: MessageDest
  readonly origin: UserMessage['origin']
  readonly player: UserMessage['player']
  readonly status: MetaResult
  readonly #raw: WholeMessage
  readonly #entities: EntityTable
  #parts: readonly MessagePart[] | undefined

  constructor(raw: WholeMessage, name: string, status: MetaResult, entities: EntityTable) {
    this.name = name
    this.id = raw.id
    // The bridge gives the number that the game gave.
    this.dest = raw.dest as MessageDest
    this.origin = raw.origin
    this.player = entities.at(raw.entityIndex)
    this.status = status
    this.#raw = raw
    this.#entities = entities
  }

  get parts(): readonly MessagePart[] {
    return (this.#parts ??= this.#raw.parts.map((part) => partOf(part, this.#entities)))
  }

  get args(): readonly MessageValue[] {
    return this.parts.map(([, value]) => value)
  }
}

export class CurrentMessage {
  readonly #known: KnownMessage
  readonly #entities: EntityTable
  #raw: WholeMessage
  #status: MetaResult = MetaResult.Ignored

  constructor(raw: WholeMessage, known: KnownMessage, entities: EntityTable) {
    this.#raw = raw
    this.#known = known
    this.#entities = entities
  }

  /** What is to be sent; null for nothing. */
  get result(): WholeMessage | null {
    return this.#status === MetaResult.Supercede ? null : this.#raw
  }

  /** As the next listener sees it. */
  seen(): UserMessage {
    return new SeenMessage(this.#raw, this.#known.name, this.#status, this.#entities)
  }

  /** Takes a listener's answer; throws for one that cannot be followed, and then nothing has changed. */
  take(answer: unknown, place: string): void {
    if (answer === undefined) return
    if (!(answer instanceof HookAnswer)) {
      throw wrongType(place, 'the answer', 'nothing, handled(), override() or supercede()', answer)
    }
    if (answer.kind === MetaResult.Supercede) noValue(answer.value, place)
    if (answer.kind === MetaResult.Override) this.#raw = this.#changed(answer.value, place)
    if (answer.kind > this.#status) this.#status = answer.kind
  }

  #changed(value: unknown, place: string): WholeMessage {
    const given = Array.isArray(value) ? { args: value } : record(value, place, 'the value of override()')
    const change: MessageChange = given
    const parts = change.args === undefined ? this.#raw.parts : this.#partsOf(change.args, place)
    if (change.args !== undefined) checkSize(parts, this.#known, place)
    return { ...this.#raw, ...this.#targetOf(change, place), parts }
  }

  #targetOf(change: MessageChange, place: string): Pick<WholeMessage, 'dest' | 'origin' | 'entityIndex'> {
    const { dest: given, player, origin = this.#raw.origin } = change
    // A message that goes where it went need not be one that we would send: some engines allow more than others.
    if (given === undefined && player === undefined && change.origin === undefined) return this.#raw
    if (origin !== null) vector(origin, place, 'origin')
    const entity =
      player === undefined ? this.#entities.at(this.#raw.entityIndex) : playerOf(player, place, 'player')
    const dest = given === undefined ? this.#destFor(entity !== null) : checkDest(given, place)
    checkTarget({ dest, origin, player: entity }, place)
    return { dest, origin, entityIndex: entity?.index ?? -1 }
  }

  /** The destination that goes with a player, or with all, and is like that of before otherwise. */
  #destFor(hasPlayer: boolean): MessageDest {
    const { One, OneUnreliable, All, Broadcast } = MessageDest
    const dest = this.#raw.dest as MessageDest
    const isForOne = dest === One || dest === OneUnreliable
    if (hasPlayer === isForOne) return dest
    if (hasPlayer)
      return dest === Broadcast || dest === MessageDest.Pvs || dest === MessageDest.Pas ? OneUnreliable : One
    return dest === OneUnreliable ? Broadcast : All
  }

  #partsOf(args: unknown, place: string): RawPart[] {
    if (!Array.isArray(args)) throw wrongType(place, 'args', 'an array', args)
    return args.map((given: unknown, index) => {
      const what = `argument ${index + 1}`
      const raw = this.#raw.parts[index]
      const value = isPart(given) ? given[1] : given
      const isSameKind = !isPart(given) || given[0] === raw?.type
      if (raw !== undefined && isSameKind && isUnchanged(raw, value as MessageValue)) return raw
      if (isPart(given)) return checkWholePart(given, place, what)
      if (raw === undefined)
        throw wrongType(place, what, "a pair such as ['byte', 1], since it is new", given)
      return checkPart(raw.type, given, place, `${what}, a ${raw.type},`)
    })
  }
}
