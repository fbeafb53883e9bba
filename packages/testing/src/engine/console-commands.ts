/** The engine's own console commands. */
import { PrintType } from '@csr/metamod-sdk'
import type { NetAdr } from '@csr/metamod-sdk'

import type { Client } from './client.js'
import { typeCommand } from './client-commands.js'
import type { Engine } from './engine.js'
import type { Struct } from './game-dll.js'
import { cell } from './pointers.js'
import { newStruct } from './raw-view.js'

const none = 'the test server keeps no saved games; use the development server'

export function addConsoleCommands(engine: Engine): void {
  const { commands, console, cvars } = engine
  const word = (index: number): string => commands.current.words[index] ?? ''
  const table: Readonly<Record<string, () => void>> = {
    map: () => changeMap(engine, false),
    changelevel: () => changeMap(engine, true),
    quit: () => engine.server.quit(),
    exit: () => engine.server.quit(),
    echo: () => console.line(commands.current.rest),
    exec: () => console.line(`exec: '${word(1)}' is not below the game directory`),
    cmdlist: () => printAll(engine, commands.names, 'commands'),
    cvarlist: () =>
      printAll(
        engine,
        cvars.all.map(({ name, string }) => `${name} = "${string}"`),
        'cvars',
      ),
    log: () => {
      console.isLogging = word(1) !== 'off'
      console.line(`log: ${word(1) === 'off' ? 'off' : 'on'}`)
    },
    save: () => console.line(`save: ${none}`),
    load: () => console.line(`load: ${none}`),
    status: () => status(engine),
    kick: () => kick(engine),
    say: () => say(engine),
    as: () => as(engine),
    bot: () => join(engine, false),
    spectate: () => join(engine, true),
    oob: () => outOfBand(engine),
    inconsistent: () => inconsistent(engine),
    localinfo: () => localInfo(engine),
  }
  for (const [name, run] of Object.entries(table)) commands.add(name, run)
}

const words = ({ commands }: Engine): readonly string[] => commands.current.words

function printAll({ console }: Engine, lines: readonly string[], what: string): void {
  for (const line of lines) console.line(line)
  console.line(`${lines.length} ${what}`)
}

function changeMap(engine: Engine, isChangeLevel: boolean): void {
  const { console, server } = engine
  const [command = '', map] = words(engine)
  if (map === undefined) console.line(`usage: ${command} MAP`)
  else if (!server.isMapValid(map))
    console.line(`${command}: map '${map}' is not below maps/ of the game directory`)
  else if (isChangeLevel && !server.isActive) console.line(`changelevel: no map is running; use map ${map}`)
  else server.changeMap(map, isChangeLevel)
}

/** The line after its first words, as typed. */
function restAfter(engine: Engine, count: number): string {
  let { rest } = engine.commands.current
  for (const word of words(engine).slice(1, count)) {
    const at = rest.indexOf(word)
    if (at < 0) return ''
    // Past a closing quote and the blanks behind the word.
    rest = rest.slice(at + word.length).replace(/^["\t ]+/, '')
  }
  return rest
}

function namedClient(engine: Engine): Client | null {
  const [command = '', name = ''] = words(engine)
  const client = engine.clients.named(name)
  if (client === null) engine.console.line(`${command}: nobody is called '${name}'; see status`)
  return client
}

function status(engine: Engine): void {
  const { clients, console, cvars, edicts, globals, server } = engine
  console.line(`hostname:  ${cvars.text('hostname')}`)
  console.line('version :  fake engine, 64-bit')
  console.line(`game    :  ${server.description || '(not described)'}`)
  console.line(`map     :  ${server.isActive ? server.map : '(none)'}`)
  console.line(`players :  ${clients.count} active (${clients.max} max)`)
  console.line('#      name userid uniqueid frag time ping loss adr')
  let row = 0
  for (const client of clients.all) {
    if (!client.isConnected) continue
    row += 1
    const seconds = Math.trunc(globals.time - client.connectedAt)
    const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0')
    const frags = String(Math.trunc(edicts.vars(client.index).frags)).padStart(3)
    const ping = String(client.isBot ? 0 : 5).padStart(4)
    console.line(
      `#${String(row).padStart(2)} ${`"${client.name}"`.padStart(8)} ${client.userId} ${client.authId} ${frags} ` +
        `${two(seconds / 60)}:${two(seconds % 60)} ${ping} ${'0'.padStart(4)} ${client.address}`,
    )
  }
  console.line(`${row} users`)
}

function kick(engine: Engine): void {
  // `kick #3` and `kick # 3` name a user id.
  const isParted = words(engine)[1] === '#'
  const client = isParted ? engine.clients.named(`#${words(engine)[2] ?? ''}`) : namedClient(engine)
  if (client === null) return
  // The quote before it went with the word before it.
  const reason = restAfter(engine, isParted ? 3 : 2).replace(/"$/, '')
  engine.clients.drop(client, reason === '' ? 'Kicked by Console' : reason)
}

function say({ clients, commands, console, cvars }: Engine): void {
  const text = `<${cvars.text('hostname')}> ${commands.current.rest}`
  console.line(text)
  for (const client of clients.all) if (client.isSpawned && !client.isBot) client.show('chat', text)
}

function as(engine: Engine): void {
  if (words(engine).length < 3) {
    engine.console.line('usage: as NAME COMMAND...')
    return
  }
  const client = namedClient(engine)
  if (client !== null) typeCommand(engine, client, restAfter(engine, 2))
}

function join(engine: Engine, isSpectator: boolean): void {
  const [command = '', name = ''] = words(engine)
  const answer = engine.clients.connect({ name, isSpectator, walks: true })
  if (typeof answer === 'string') engine.console.line(`${command}: ${name} was rejected: ${answer}`)
}

/** A packet without a connection, as server browsers send them; the game may answer. */
function outOfBand({ addresses, commands, console, dll }: Engine): void {
  const from = newStruct('netadr_t', addresses) as Struct<NetAdr>
  from.type = 3
  from.ip.set([127, 0, 0, 1])
  from.port = 0x7d69
  const text = commands.current.rest
  const [answer, size] = [cell(''), cell(2048)]
  const isAnswered = dll.connectionlessPacket(from, text, answer, size)
  if (isAnswered && size.value > 0 && size.value <= 2048)
    console.line(`answer: ${answer.value.slice(0, size.value)}`)
  else console.line(`oob: the game gave no answer to '${text}'`)
}

/** A client whose copy of a file differs from the server's. */
function inconsistent(engine: Engine): void {
  const client = namedClient(engine)
  if (client === null) return
  const reason = cell('Bad file')
  if (engine.dll.inconsistentFile(client.index, words(engine)[2] ?? '', reason))
    engine.clients.drop(client, reason.value)
}

/** As on real servers: without arguments the command lists all, and an empty value takes the key out. */
function localInfo({ commands, console, server }: Engine): void {
  const [, key = '', value = ''] = commands.current.words
  const count = commands.current.words.length
  if (count === 1) for (const [name, text] of server.localInfo.pairs) console.line(`${name} = ${text}`)
  else if (count !== 3) console.line('usage: localinfo [KEY VALUE]')
  else if (key.startsWith('*'))
    console.line(`localinfo: '${key}' belongs to the engine; keys with * cannot be set`)
  else server.localInfo.set('localinfo', key, value)
}

/** Where a text of ClientPrintf goes. */
export function screenOf(type: number): 'console' | 'center' | 'chat' {
  if (type === PrintType.Center) return 'center'
  return type === PrintType.Chat ? 'chat' : 'console'
}
