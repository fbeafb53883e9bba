/** The text in the middle of everybody's screen, letter by letter, as Metamod sends it. */
import { MessageDest } from '@csr/metamod-sdk'

import type { Engine } from '../engine/engine.js'

// x, y, effect, two colours of four parts, four times, channel: green, written by a cursor, for ten seconds.
const defaults = [-1, 0.25, 2, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10, 1]
const longestText = 450
const scanOut = 2
const textMessage = 29
const tempEntity = 23

const fixed = (value: number, bits: number, least: number, most: number): number =>
  Math.trunc(Math.max(least, Math.min(most, value * (1 << bits))))
const place = (value: number): number => fixed(value, 13, -32768, 32767)
const seconds = (value: number): number => fixed(value, 8, 0, 65535)

export function centerSay({ clients, engineTable }: Engine, text: string, parms: Float64Array | null): void {
  const numbers = parms === null ? defaults : [...parms]
  const [x = 0, y = 0, effect = 0, ...rest] = numbers
  const [fadeIn = 0, fadeOut = 0, hold = 0, fxTime = 0, channel = 0] = rest.slice(8)
  const shown = Buffer.from(text).subarray(0, longestText).toString()
  for (const client of clients.all) {
    // Bots have no screen.
    if (!client.isConnected || client.isBot) continue
    engineTable.messageBegin(MessageDest.One, tempEntity, null, client.index)
    engineTable.writeByte(textMessage)
    engineTable.writeByte(channel & 0xff)
    engineTable.writeShort(place(x))
    engineTable.writeShort(place(y))
    engineTable.writeByte(effect & 0xff)
    for (const part of rest.slice(0, 8)) engineTable.writeByte(part)
    for (const time of [fadeIn, fadeOut, hold]) engineTable.writeShort(seconds(time))
    if (effect === scanOut) engineTable.writeShort(seconds(fxTime))
    engineTable.writeString(shown)
    engineTable.messageEnd()
  }
}
