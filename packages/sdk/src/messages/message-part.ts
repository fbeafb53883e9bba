/**
 * What a user message is made of, as authors read and write it: each part names the function of the engine that writes it,
 * and its value. On the wire stand only the values, so sender and client have to agree on the kinds.
 */
import type { MessagePart as RawPart } from '../raw/bridge.js'
import type { Entity } from '../raw/entity.js'
import type { EntityTable } from '../raw/entity.js'

/** The kinds of parts whose value is a number. */
export type NumberPartType = 'byte' | 'char' | 'short' | 'long' | 'angle' | 'coord'

/**
 * One part of a user message: its kind, and its value.
 *
 * | kind | value | bytes |
 * | --- | --- | --- |
 * | `byte` | -128..255 | 1 |
 * | `char` | -128..255; clients read -128..127 | 1 |
 * | `short` | -32,768..65,535 | 2 |
 * | `long` | a whole number of 32 bits | 4 |
 * | `angle` | degrees, in steps of 360/256 | 1 |
 * | `coord` | world units, in steps of 1/8, from -4,096 to 4,096 | 2 |
 * | `string` | a text without zero characters | its UTF-8 and one more |
 * | `entity` | an entity, or its index | 2 |
 *
 * In a message of the game's a number is what the game gave, which may lie outside: engines cut it. An entity there is an
 * index only where the engine has no slot of that number.
 *
 * @native enginefuncs_t.pfnWriteByte, pfnWriteChar, pfnWriteShort, pfnWriteLong, pfnWriteAngle, pfnWriteCoord,
 * pfnWriteString, pfnWriteEntity
 */
export type MessagePart =
  | readonly [type: NumberPartType, value: number]
  | readonly [type: 'string', value: string]
  | readonly [type: 'entity', value: Entity | number]

/** The value of a {@link MessagePart}. */
export type MessageValue = number | string | Entity

/** The part as authors see it. */
export function partOf(raw: RawPart, entities: EntityTable): MessagePart {
  if (raw.type === 'entity') return ['entity', entities.at(raw.value) ?? raw.value]
  if (raw.type === 'string') return ['string', raw.value]
  return [raw.type, raw.value]
}
