/** What a client says to the server: typed commands, what the server made it type, and answers to cvar queries. */
import { Button } from '@csr/metamod-sdk'

import type { Client, CvarQuery } from './client.js'
import type { Engine } from './engine.js'

// As GoldSrc clients answer for a cvar that they do not have.
const noSuchCvar = 'Bad CVAR request'

/** Runs a command that a client typed: the engine's own, or the game's. */
export function typeCommand(engine: Engine, client: Client, line: string): void {
  if (!client.isConnected) return
  engine.commands.with(line, ({ words }) => {
    if (words.length === 0 || runByEngine(engine, client, words)) return
    if (client.isSpawned) engine.dll.clientCommand(client.index)
  })
}

const buttons: Readonly<Record<string, number>> = {
  '+use': Button.Use,
  '+attack': Button.Attack,
  '+jump': Button.Jump,
}

/** @returns false if the game is to have the line. */
function runByEngine(engine: Engine, client: Client, words: readonly string[]): boolean {
  const [name = '', first = '', second = ''] = words
  const button = Object.hasOwn(buttons, name) ? buttons[name] : undefined
  if (button !== undefined) client.buttons |= button
  else if (name === 'kill') engine.dll.clientKill(client.index)
  else if (name === 'name') setInfo(engine, client, 'name', first)
  else if (name === 'setinfo') setInfo(engine, client, first, second)
  else if (name === 'disconnect' || name === 'dropclient') engine.clients.drop(client, 'Client left the game')
  else return false
  return true
}

function setInfo(engine: Engine, client: Client, key: string, value: string): void {
  if (key.startsWith('*') || !client.userInfo.set('setinfo', key, value)) return
  engine.edicts.vars(client.index).netName = engine.strings.setName(client.index, client.name)
  engine.dll.clientUserInfoChanged(client.index, client.userInfo)
}

export function typeStuffed(engine: Engine, client: Client): void {
  const lines = client.stuffed.split(/[\n;]/)
  client.stuffed = ''
  for (const line of lines) if (client.isConnected) typeCommand(engine, client, line)
}

export function answerQueries(engine: Engine, client: Client): void {
  const { queries } = client
  client.queries = []
  for (const query of queries) {
    if (!client.isConnected) return
    answerQuery(engine, client.index, query, client.cvars.get(query.name) ?? noSuchCvar)
  }
}

export function answerQuery(engine: Engine, entity: number, query: CvarQuery, value: string): void {
  if (query.requestId === null) engine.dll.cvarValue(entity, value)
  else engine.dll.cvarValue2(entity, query.requestId, query.name, value)
}
