/** The functions that write network messages. */
import type { Vec3 } from '@csr/metamod-sdk'

import type { Engine } from '../engine.js'

export function messageFunctions({ console, message, userMessages }: Engine) {
  return {
    messageBegin(dest: number, type: number, origin: Vec3 | null, only: number): void {
      message.begin(dest, type, origin, only)
    },
    messageEnd(): void {
      message.end()
    },
    writeByte(value: number): void {
      message.write('WriteByte', { type: 'byte', value })
    },
    writeChar(value: number): void {
      message.write('WriteChar', { type: 'char', value })
    },
    writeShort(value: number): void {
      message.write('WriteShort', { type: 'short', value })
    },
    writeLong(value: number): void {
      message.write('WriteLong', { type: 'long', value })
    },
    writeAngle(value: number): void {
      message.write('WriteAngle', { type: 'angle', value })
    },
    writeCoord(value: number): void {
      message.write('WriteCoord', { type: 'coord', value })
    },
    writeEntity(value: number): void {
      message.write('WriteEntity', { type: 'entity', value })
    },
    writeString(value: string): void {
      message.write('WriteString', { type: 'string', value })
    },
    regUserMsg(name: string, size: number): number {
      const id = userMessages.add(name, size)
      if (id === 0)
        console.line(
          `RegUserMsg: '${name}' with size ${size} is refused; a name has 1..11 letters, a size is -1..192, ` +
            'and 192 messages fit',
        )
      return id
    },
  }
}
