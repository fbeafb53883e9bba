/** One user command, from the client's hands to the game's PM_Move and back into the entity. */
import { Button, Solid, type UserCmd } from '@csr/metamod-sdk'

import type { Client } from './client.js'
import type { Engine } from './engine.js'
import { impact, linkEntity, runThink, touchTriggers } from './entities.js'
import type { Struct } from './game-dll.js'
import { add, basisOf, length, scale, subtract } from './vectors.js'

const useReach = 64
const walkSpeed = 200

/** What the client does in a frame: it stands, or walks straight on and turns where a wall stops it. */
export function moveClient(engine: Engine, client: Client): void {
  const { edicts, globals, server, world } = engine
  if (client.walks) {
    const ahead = basisOf([0, client.walkYaw, 0]).forward
    const { origin } = edicts.vars(client.index)
    const end = add(origin, scale(ahead, 48))
    const hit = world.sweep({
      start: origin,
      end,
      ignoresEntities: true,
      skip: client.index,
      asksGame: false,
    })
    if (hit.fraction < 1) client.walkYaw += 97
  }
  const command = client.freshCommand()
  command.msec = Math.min(255, Math.floor(globals.frameTime * 1000 + 0.5))
  command.viewAngles = client.walks ? [0, client.walkYaw, 0] : edicts.vars(client.index).vAngle
  command.forwardMove = client.walks ? walkSpeed : 0
  command.buttons = client.buttons | (client.walks ? Button.Forward : 0)
  client.buttons = 0
  runCommand(engine, client, command, server.frameCount)
}

/** Runs one user command: the game's CmdStart, thinks, PM_Move, touches and CmdEnd. */
export function runCommand(engine: Engine, client: Client, command: Struct<UserCmd>, seed: number): void {
  const { dll, edicts, playerMove } = engine
  const { index } = client
  const player = edicts.vars(index)
  // The game is asked at every command, as in GoldSrc; with nobody shooting there is nothing to compensate.
  dll.allowLagCompensation()
  dll.cmdStart(index, command, seed)
  if (client.isSpawned) think(engine, client, command)
  if (client.isSpawned) {
    playerMove.run(client, command)
    touchAll(engine, client)
  }
  const presses = (command.buttons & Button.Use) !== 0 && (player.oldButtons & Button.Use) === 0
  if (client.isSpawned && presses) useNearby(engine, index)
  if (client.isSpawned) {
    player.oldButtons = command.buttons
    if (!client.isSpectator) dll.playerPostThink(index)
  }
  dll.cmdEnd(index)
}

function think(engine: Engine, client: Client, command: Struct<UserCmd>): void {
  const { dll, edicts } = engine
  const player = edicts.vars(client.index)
  player.button = command.buttons
  if (command.impulse !== 0) player.impulse = command.impulse
  player.vAngle = command.viewAngles
  if (client.isSpectator) dll.spectatorThink(client.index)
  else dll.playerPreThink(client.index)
  if (client.isConnected) runThink(engine, client.index)
}

function touchAll(engine: Engine, client: Client): void {
  linkEntity(engine, client.index)
  touchTriggers(engine, client.index)
  for (const hit of engine.playerMove.takeTouched()) if (client.isConnected) impact(engine, client.index, hit)
}

/** Real engines leave +use to the game; pfnUse is there for engines that do not, such as this one. */
function useNearby({ dll, edicts }: Engine, player: number): void {
  const { origin } = edicts.vars(player)
  for (let index = edicts.clients + 1; index < edicts.count; index += 1) {
    if (edicts.isFree(index) || edicts.privateData(index) === null) continue
    const vars = edicts.vars(index)
    const reach = useReach + length(vars.maxs)
    if (vars.solid === Solid.Not || length(subtract(vars.origin, origin)) > reach) continue
    dll.use(index, player)
    return
  }
}
