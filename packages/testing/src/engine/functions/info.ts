/** Info buffers: of clients, of the server, and the keys that tell a client's prediction how it moves. */
import type { Engine } from '../engine.js'
import type { InfoBuffer } from '../info.js'
import { InfoBuffer as Buffer, infoBytes } from '../info.js'

export function infoFunctions(engine: Engine) {
  const { clients, console } = engine
  const none = new Buffer(console, infoBytes.user)
  return {
    getInfoKeyBuffer(entity: number): InfoBuffer {
      if (entity < 0) return engine.server.localInfo
      if (entity === 0) return engine.server.serverInfo
      return clients.slot(entity)?.userInfo ?? none
    },
    infoKeyValue: (info: InfoBuffer, key: string): string => info.get(key),
    infoRemoveKey(info: InfoBuffer, key: string): void {
      if (!key.startsWith('*')) info.remove(key)
      else console.line(`Info_RemoveKey: '${key}' belongs to the engine; keys with * cannot be removed`)
    },
    setKeyValue(info: InfoBuffer, key: string, value: string): void {
      if (key.startsWith('*'))
        console.line(`SetKeyValue: '${key}' belongs to the engine; keys with * cannot be set`)
      else if (info === engine.server.localInfo || info === engine.server.serverInfo)
        info.set('SetKeyValue', key, value)
      else
        engine.sysError(
          'SetKeyValue: the buffer is neither localinfo nor serverinfo; use SetClientKeyValue for clients',
        )
    },
    setClientKeyValue(index: number, info: InfoBuffer, key: string, value: string): void {
      if (clients.of(index)?.userInfo === info && !key.startsWith('*'))
        info.set('SetClientKeyValue', key, value)
    },
    getPhysicsKeyValue: (player: number, key: string): string =>
      clients.of(player)?.physicsInfo.get(key) ?? '',
    setPhysicsKeyValue(player: number, key: string, value: string): void {
      clients.of(player)?.physicsInfo.set('SetPhysicsKeyValue', key, value)
    },
    getPhysicsInfoString: (player: number): string => clients.of(player)?.physicsInfo.text ?? '',
  }
}
