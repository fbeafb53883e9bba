/** People who come, talk, change their names and go, through what the SDK has for them. */
import { MessageDest, supercede, type Player, type Plugin } from '@csr/metamod-sdk'

import { conformInSteps, type Step } from './conforms.js'
import type { Driver, Setup } from './driver.js'
import { pluginOf } from '../plugin-of.js'

let plugin: Plugin

const watching: Setup = {
  maxPlayers: 4,
  plugins: (note) => [
    pluginOf('Watcher', (own) => {
      plugin = own
      const { events } = own
      events.on('playerConnect', ({ player, name, address, replayed }) =>
        note('connect', player.userId, name, address, replayed),
      )
      events.on('playerJoin', ({ player, replayed }) => note('join', describe(player), replayed))
      events.on('playerLeave', ({ player, reason }) => note('leave', player.name, player.isConnected, reason))
      events.on('chat', ({ player, text, isTeam }) => note('chat', player.name, text, isTeam))
      events.on('mapStart', ({ map, replayed }) => note('map starts', map, replayed))
      events.on('mapEnd', ({ map }) => note('map ends', map, own.players.count))
      own.on.clientConnect(({ name }) =>
        name.startsWith('Bad') ? supercede({ reject: `Not you, ${name}.` }) : undefined,
      )
    }),
  ],
}

const describe = ({ index, userId, name, authId, address, team, isBot, hasJoined }: Player): unknown => ({
  index,
  userId,
  name,
  authId,
  address,
  team,
  isBot,
  hasJoined,
})

const step = (title: string, play: (server: Driver) => void): Step => ({
  title,
  play(server) {
    play(server)
    server.frames(2)
    server.note('players', plugin.players.all.map(describe))
  },
})
const asked = (title: string, ask: () => unknown): Step => ({
  title,
  play({ note }) {
    try {
      note('gives', ask())
    } catch (error) {
      note('throws', error)
    }
  },
})
const comes = (name: string, address?: string): Step =>
  step(`${JSON.stringify(name.slice(0, 40))} wants to come in`, (server) =>
    server.note('joined', server.connect(name, address)),
  )
const says = (slot: number, line: string): Step =>
  step(`the player in slot ${slot} types ${JSON.stringify(line.slice(0, 40))}`, (server) =>
    server.type(slot, line),
  )
const typed = (line: string): Step =>
  step(`'${line}' at the console does the same`, (server) => server.console(line))

conformInSteps('coming', watching, [
  ...['Ada', 'Bad Bob', 'Ada', 'a\\b"c', '', 'x'.repeat(60)].map((name) => comes(name)),
  step('one leaves', (server) => server.disconnect(2)),
  comes('Zoë Müller', '[::1]:9'),
  ...['näme..with..dots', 'Full', '%s%n', 'Late'].map((name) => comes(name)),
  step('all leave', (server) => [1, 2, 3, 4].forEach((slot) => server.disconnect(slot))),
  step('somebody leaves who is not there', (server) => server.disconnect(2)),
  comes('  spaces  '),
  comes('#7'),
  comes('tab\there'),
  typed('status'),
])

conformInSteps('talking', watching, [
  comes('Ada'),
  comes('Grace'),
  ...[
    'say hello',
    'say "hello there"',
    'say',
    'say ""',
    'say "  padded  "',
    'say_team "to us"',
    'say one;two',
    'say "one;two"',
    'SAY loud',
    'say hello "quoted" end',
  ].map((line) => says(1, line)),
  ...[
    `say "${'long '.repeat(60)}"`,
    `say ${'w '.repeat(200)}`,
    'say "äöü €"',
    'say "\u0001colour"',
    'say %s%d',
    'say //comment',
    'say "a\\b"',
  ].map((line) => says(2, line)),
  ...[
    'name Lovelace',
    'name "Ada Two Words"',
    'name Grace',
    'name ""',
    'setinfo team red',
    'setinfo *secret 1',
    'setinfo a\\b 1',
    'setinfo model barney',
    'setinfo',
    'name',
  ].map((line) => says(1, line)),
  ...[
    'kill',
    'give ammo',
    'give ammo 500',
    'give nothing',
    'nonsense',
    '',
    ' ',
    'unknown "with args" 1',
    'meta',
    'meta list',
    'meta version',
  ].map((line) => says(2, line)),
  ...['say from the server', 'say "quoted"', 'as Grace say puppet', 'as Nobody say x', 'as'].map(typed),
])

conformInSteps('going', watching, [
  ...['Ada', 'Grace', 'Linus', 'Ken'].map((name) => comes(name)),
  typed('kick Ada'),
  typed('kick Grace "for good reasons"'),
  typed('kick # 3 why not'),
  typed('kick #99'),
  typed('kick Nobody'),
  says(4, 'disconnect'),
  ...['Ada', 'Grace'].map((name) => comes(name)),
  asked('a player is kicked by a plugin', () => plugin.players.find('Ada').kick('Be "nice"; quit')),
  typed('echo a frame'),
  asked('a player who left throws', () => plugin.players.find('Ada')),
  step('a player leaves before joining', (server) => {
    server.connect('Hasty')
    server.disconnect(1)
  }),
  typed('changelevel yard'),
  typed('spectate Linus'),
  says(1, 'say watching'),
  typed('map box'),
  typed('status'),
  comes('Late'),
])

const texts = [
  '',
  'plain',
  'two\nlines',
  'äöü €',
  'long '.repeat(80),
  '%s %d',
  '\u0001\u0003colour',
  'ends in newline\n',
]
const wanted = [
  'ada',
  'Ada',
  'ADA ',
  'a',
  'gra',
  '#1',
  '#2',
  '#99',
  'STEAM_0:1:1001',
  'steam_0:0:1002',
  '',
  'nobody',
  'BOT',
  '#',
  '#x',
  'Grace H',
]

conformInSteps('what players are asked and told', watching, [
  comes('Ada'),
  comes('Grace Hopper'),
  comes('Graham'),
  ...wanted.map((text) =>
    asked(`players.find(${JSON.stringify(text)}) is answered alike`, () =>
      describe(plugin.players.find(text)),
    ),
  ),
  ...[0, 1, 2, 4, 5, 1.5].map((index) =>
    asked(`players.at(${index}) is answered alike`, () => plugin.players.at(index)?.name),
  ),
  ...[0, 1, 3, 77, -1].map((id) =>
    asked(`players.byUserId(${id}) is answered alike`, () => plugin.players.byUserId(id)?.name),
  ),
  ...['STEAM_0:1:1001', 'steam_0:0:1002', 'BOT', ''].map((id) =>
    asked(`players.byAuthId('${id}') is answered alike`, () => plugin.players.byAuthId(id)?.name),
  ),
  asked('players.of an entity is the player', () =>
    [1, 2, 0].map((index) => plugin.players.of(plugin.entity(index) as never)?.name),
  ),
  ...texts.flatMap((text) => [
    asked(`print(${JSON.stringify(text.slice(0, 20))}) shows the same`, () =>
      plugin.players.find('Ada').print(text),
    ),
    asked(`printChat(${JSON.stringify(text.slice(0, 20))}) shows the same`, () =>
      plugin.players.find('Ada').printChat(text),
    ),
    asked(`printCenter(${JSON.stringify(text.slice(0, 20))}) shows the same`, () =>
      plugin.players.find('Ada').printCenter(text),
    ),
  ]),
  asked('messages are shown from here on', () => plugin.engine.cvarSetString('sv_showmessages', '1')),
  asked('printChat sends as many bytes', () => plugin.players.find('Ada').printChat('two\nlines')),
  says(1, 'say shown'),
  says(1, 'kill'),
  asked('a message to all sends as many bytes', () =>
    plugin.sendMessage('TextMsg', { dest: MessageDest.All }, ['byte', 3], ['string', 'all']),
  ),
])
