/** What an engine tells of the client in a slot. */
import { FrameOffset } from '../frame.js'
import type { MemoryBridge } from './memory-bridge.js'

/** Has the engine tell this of whichever slot it is asked about; without a name, a client has left its number behind. */
export function answerClient(memory: MemoryBridge, userId: number, name: string): void {
  memory.answers.set('getInfoKeyBuffer', () => ({ type: 'infoBuffer' }))
  memory.answers.set('infoKeyValue', () => name)
  memory.answers.set('getPlayerUserId', (frame, base) => {
    frame.i32[(base + FrameOffset.result) >> 2] = userId
  })
}
