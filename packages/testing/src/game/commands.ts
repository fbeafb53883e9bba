/** What players and the server's operator type. */
import { DeadFlag, MessageDest, PrintType } from '@csr/metamod-sdk'

import { unavailable } from '../engine/unavailable.js'
import type { Game } from './game.js'

const longestSaid = 189
const requestId = 42
const shotDamage = 50

export function clientCommand(game: Game, player: number): void {
  const { engine } = game
  const name = engine.cmdArgv(0)
  if (!game.isPlayer(player)) return
  if (name === 'say') say(game, player)
  else if (name === 'give') give(game, player)
  else if (name === 'shoot') shoot(game, player)
  else engine.clientPrintf(player, PrintType.Console, `Unknown command: ${name.slice(0, 100)}\n`)
}

function say(game: Game, speaker: number): void {
  const { engine } = game
  const said = `${game.text(game.vars(speaker).netName)}: ${engine.cmdArgs()}`
  // A user message has 192 bytes: one for the speaker, the text, and its end.
  const text = `${Buffer.from(said).subarray(0, longestSaid).toString()}\n`
  engine.messageBegin(MessageDest.All, game.messages.sayText, null, -1)
  engine.writeByte(engine.indexOfEdict(speaker))
  engine.writeString(text)
  engine.messageEnd()
  engine.serverPrint(text)
}

function give(game: Game, player: number): void {
  const { engine } = game
  const what = engine.cmdArgv(1)
  const count = engine.cmdArgc() > 2 ? Number.parseInt(engine.cmdArgv(2), 10) || 0 : 1
  if (what !== 'ammo') engine.clientPrintf(player, PrintType.Console, 'usage: give ammo [count]\n')
  else if (!game.giveAmmo(player, count))
    engine.clientPrintf(player, PrintType.Console, 'You cannot carry more ammo.\n')
}

/** shoot NAME: hits the player of that name from anywhere. Two shots kill. */
function shoot(game: Game, player: number): void {
  const { engine, players } = game
  const target = engine.findEntityByString(-1, 'netname', engine.cmdArgv(1))
  if (target < 0 || !game.isPlayer(target))
    engine.clientPrintf(player, PrintType.Console, 'usage: shoot NAME\n')
  else if (game.vars(player).deadFlag === DeadFlag.No) players.damage(target, player, shotDamage)
}

export function addGameCommands(game: Game): void {
  const { engine } = game
  engine.addServerCommand('crash', () => unavailable('crash', 'it has no memory that could be spoilt'))
  engine.addServerCommand('game_roll', () => engine.serverPrint(`game: rolled ${engine.randomLong(1, 6)}\n`))
  engine.addServerCommand('game_cvar', () => {
    const name = engine.cmdArgv(1)
    engine.serverPrint(`game: ${name} is ${engine.cvarGetFloat(name)}\n`)
  })
  engine.addServerCommand('game_query', () => query(game))
  engine.addServerCommand('game_info', () =>
    engine.serverPrint(`game: ${engine.numberOfEntities()} entities, ${game.deathCount} deaths\n`),
  )
}

/** game_query NAME CVAR: asks a client for the value of one of its cvars, in both ways there are. */
function query({ engine }: Game): void {
  const player = engine.findEntityByString(-1, 'netname', engine.cmdArgv(1))
  if (player < 0 || engine.indexOfEdict(player) === 0) {
    engine.serverPrint('game_query: nobody is called so; usage: game_query NAME CVAR\n')
    return
  }
  engine.queryClientCvarValue(player, engine.cmdArgv(2))
  engine.queryClientCvarValue2(player, engine.cmdArgv(2), requestId)
}
