/** What game and plugins do with clients. */
import type { UserCmd, Vec3 } from '@csr/metamod-sdk'

import { runCommand } from '../client-move.js'
import type { Engine } from '../engine.js'
import type { Struct } from '../game-dll.js'
import type { Cell } from '../pointers.js'
import { newStruct } from '../raw-view.js'

const pingMs = 5
const noWonId = 0xffffffff

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function clientFunctions(engine: Engine) {
  const { clients, console, edicts } = engine
  const spawnParms = (player: number): void => {
    if (clients.of(player) === null)
      engine.hostError('GetSpawnParms, SaveSpawnParms: the entity is no client')
  }
  return {
    createFakeClient: (name: string): number =>
      (engine.server.isActive ? clients.createBot(name)?.index : undefined) ?? -1,
    runPlayerMove(bot: number, viewAngles: Vec3, ...rest: MoveArguments): void {
      const [forwardMove, sideMove, upMove, buttons, impulse, msec] = rest
      const client = clients.of(bot)
      if (client?.isBot !== true) {
        console.line('RunPlayerMove: the entity is no fake client; make one with CreateFakeClient')
        return
      }
      const command = newStruct('usercmd_t', engine.addresses) as Struct<UserCmd>
      Object.assign(command, { viewAngles, forwardMove, sideMove, upMove, buttons, impulse, msec })
      runCommand(engine, client, command, engine.random.whole(0, 255))
    },
    getPlayerStats(player: number, ping: Cell<number>, loss: Cell<number>): void {
      ping.value = clients.of(player)?.isBot === false ? pingMs : 0
      loss.value = 0
    },
    voiceGetClientListening(receiver: number, sender: number): boolean {
      const client = clients.slot(receiver)
      if (client === null || clients.slot(sender) === null) return false
      return ((client.listensTo >>> (sender - 1)) & 1) === 1
    },
    voiceSetClientListening(receiver: number, sender: number, isListening: boolean): boolean {
      const client = clients.slot(receiver)
      if (client === null || clients.slot(sender) === null) return false
      const bit = 1 << (sender - 1)
      client.listensTo = isListening ? client.listensTo | bit : client.listensTo & ~bit
      return true
    },
    queryClientCvarValue: (player: number, name: string): void =>
      clients.query(player, { name, requestId: null }),
    queryClientCvarValue2: (player: number, name: string, requestId: number): void =>
      clients.query(player, { name, requestId }),
    // Counted from 0, unlike every other client index of the engine.
    getCurrentPlayer: (): number => (clients.current === null ? -1 : clients.current.index - 1),
    // No client predicts its weapons, so no update may be left out.
    canSkipPlayer: (_player: number): boolean => false,
    setClientMaxspeed(player: number, speed: number): void {
      if (clients.of(player) !== null) edicts.vars(player).maxSpeed = speed
    },
    getSpawnParms: spawnParms,
    saveSpawnParms: spawnParms,
    getPlayerAuthId: (player: number): string => clients.of(player)?.authId ?? '',
    getPlayerWONId(player: number): number {
      const client = clients.of(player)
      return client === null || client.isBot ? noWonId : client.userId
    },
    // Xash answers with the number of the last client of a slot that is free.
    getPlayerUserId: (player: number): number => clients.slot(player)?.userId ?? -1,
  }
}

type MoveArguments = [
  forwardMove: number,
  sideMove: number,
  upMove: number,
  buttons: number,
  impulse: number,
  msec: number,
]
