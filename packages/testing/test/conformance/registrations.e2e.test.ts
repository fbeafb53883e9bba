/** What plugins register: commands with typed arguments, console variables, timers, events, and what becomes of them. */
import type { Arguments, ChatCommandOptions, CommandCall, CvarOptions, Plugin } from '@csr/metamod-sdk'

import { conformInSteps, type Step } from './conforms.js'
import type { Driver, Setup } from './driver.js'
import { pluginOf } from './plugin-of.js'

let plugin: Plugin

const setup: Setup = {
  plugins: () => [
    pluginOf('Registrar', (own) => {
      plugin = own
    }),
    pluginOf('Other', () => undefined),
  ],
}

const come: Step = {
  title: 'Ada and Grace come',
  play(server) {
    server.connect('Ada')
    server.connect('Grace')
    server.frames(3)
  },
}
const asked = (title: string, ask: (server: Driver) => unknown): Step => ({
  title,
  play(server) {
    try {
      server.note('gives', ask(server))
    } catch (error) {
      server.note('throws', error)
    }
  },
})
const typed = (line: string): Step =>
  asked(`${JSON.stringify(line.slice(0, 50))} is answered alike`, (server) => server.console(line))
const said = (line: string): Step =>
  asked(`${JSON.stringify(line.slice(0, 50))} from a player is answered alike`, (server) => {
    server.type(1, line)
    server.frames(1)
  })

const kinds = ['word', 'text', 'integer', 'number', 'boolean', 'player'] as const
const words = ['', '5', '-3', '2.5', 'on', 'maybe', 'Ada', 'gr', 'a b', '"a b" c', '1e3', 'x'.repeat(30)]
const shapes: Readonly<Record<string, Arguments>> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, { value: kind }])),
  ...Object.fromEntries(kinds.map((kind) => [`${kind}?`, { value: `${kind}?` }])),
  ranged: { value: { type: 'integer', min: 0, max: 10, default: 5 } },
  chosen: { value: { choices: ['red', 'blue'] }, rest: 'text?' },
  list: { first: 'word', others: { type: 'integer', list: true } },
}
const nameOf = (shape: string): string => `do_${shape.replace('?', '_optional')}`

conformInSteps('server commands', setup, [
  come,
  asked('they are registered', ({ note }) => {
    for (const [shape, args] of Object.entries(shapes))
      plugin.addCommand(
        nameOf(shape),
        { help: `Takes ${shape}`, args },
        ({ args: values, text, player, reply }) => {
          note(shape, values, text, player)
          reply('done')
        },
      )
    return plugin.commandHelp()
  }),
  ...Object.keys(shapes).flatMap((shape) => words.map((word) => typed(`${nameOf(shape)} ${word}`))),
])

const chat = (server: Driver, name: string, options: ChatCommandOptions<Arguments>): unknown =>
  plugin.addChatCommand(name, options, ({ args, player, reply }: CommandCall<Arguments>) => {
    server.note(`chat ${name}`, args, player?.name)
    reply(`heard ${name}`)
  })

conformInSteps('commands of players', setup, [
  come,
  asked('they are registered', (server) => {
    chat(server, 'help', {})
    chat(server, 'give', { args: { target: 'player', amount: 'integer?' } })
    chat(server, '!only', { args: {} })
    chat(server, 'bare', { prefixes: [''], hidden: true })
    chat(server, 'denied', { isAllowed: () => 'not for you' })
    chat(server, 'silent', { isAllowed: () => false })
    plugin.addClientCommand('wave', { args: { at: 'player' } }, ({ args, reply }) =>
      reply(`you wave at ${args.at.name}`),
    )
    plugin.addClientCommand('give', {}, () => {
      throw new Error('on purpose')
    })
    return plugin.commandHelp()
  }),
  ...[
    'say !help',
    'say /help',
    'say "!help me"',
    'say !HELP',
    'say_team /help',
    'say !helpless',
    'say ! help',
    'say !give Grace 5',
    'say !give',
    'say "!give gra x"',
    'say !only',
    'say /only',
    'say bare',
    'say "bare words"',
    'say barely',
    'say !denied',
    'say /silent',
    'wave grace',
    'wave',
    'WAVE Grace',
    'wave nobody',
    'give ammo 5',
    'wave "Grace"',
  ].map(said),
  ...['meta pause 1', 'meta cmds'].map(typed),
  ...['say !help', 'wave grace'].map(said),
  ...['meta unpause 1', 'meta cmds'].map(typed),
  ...['say !help', 'wave grace'].map(said),
  ...['meta unload 1', 'meta cmds'].map(typed),
  ...['say !help', 'wave grace'].map(said),
])

const mistaken: Readonly<Record<string, (own: Plugin) => unknown>> = {
  'a command that the engine has': (own) => own.addCommand('status', () => undefined),
  'a command that is a cvar': (own) => own.addCommand('sv_gravity', () => undefined),
  'a command twice': (own) => [
    own.addCommand('twice', () => undefined),
    own.addCommand('TWICE', () => undefined),
  ],
  'a command without a name': (own) => own.addCommand('', () => undefined),
  'a command with a blank': (own) => own.addCommand('a b', () => undefined),
  'a chat command twice': (own) => [
    own.addChatCommand('hi', {}, () => undefined),
    own.addChatCommand('hi', {}, () => undefined),
  ],
  'the client command say': (own) => own.addClientCommand('say', {}, () => undefined),
  'a cvar with a default outside its range': (own) => own.addCvar('wrong', 9, { max: 5 }),
  'a cvar twice': (own) => [own.addCvar('two', 1), own.addCvar('two', 2)],
  'a cvar that is a command': (own) => own.addCvar('status', 1),
  'a timer of less than nothing': (own) => own.after(-1, () => undefined),
  'a message that nobody knows': (own) => own.sendMessage('NoSuch', {}),
  'a byte that is none': (own) => own.sendMessage('TextMsg', {}, ['byte', 300]),
  'a message that is too long': (own) =>
    own.sendMessage('TextMsg', {}, ['byte', 1], ['string', 'x'.repeat(200)]),
  'a message of the wrong size': (own) => own.sendMessage('Health', {}, ['short', 1]),
  'an entity class that the game has': (own) => own.addEntityClass('ammo_box', () => undefined),
  'a health that is no number': (own) => Reflect.set(own.entity(1)?.vars ?? {}, 'health', 'much'),
  'a hook without a function': (own) => own.on.startFrame(null as never),
  'an engine call with too few values': (own) =>
    (own.engine.setOrigin as (entity: unknown) => void)(own.entity(1)),
  'an engine call of a wrong type': (own) => own.engine.modelIndex(5 as never),
  'a sound that is too loud': (own) =>
    own.engine.emitSound(own.entity(1) as never, 1, 'items/ammo.wav', 3, 1, 0, 100),
  'an unknown event': (own) => own.events.on('nothing' as never, (() => undefined) as never),
}

conformInSteps('mistakes', setup, [
  come,
  ...Object.entries(mistaken).map(([what, make]) => asked(`${what} is refused alike`, () => make(plugin))),
])

const cvars: Readonly<Record<string, readonly [string | number | boolean, CvarOptions]>> = {
  t_number: [1.5, {}],
  t_ranged: [5, { min: 0, max: 10 }],
  t_integer: [3, { type: 'integer', min: -2, max: 7 }],
  t_boolean: [true, {}],
  t_text: ['some text', {}],
}
const texts = ['4', '99', '-99', '2.6', 'abc', '', 'on', 'off', '0', '1', '7x', '1e1', '"two words"', '0x10']

conformInSteps('console variables', setup, [
  asked('they are registered', ({ note }) => {
    for (const [name, [value, options]] of Object.entries(cvars))
      plugin.addCvar(name, value, options).onChange((now, before) => note('changed', name, now, before))
  }),
  ...Object.keys(cvars).flatMap((name) =>
    texts.map((text) =>
      asked(`${name} ${text} comes to the same`, (server) => {
        server.console(`${name} ${text}`)
        server.frames(3)
        server.console(name)
        return plugin.cvar(name, 'text')?.get()
      }),
    ),
  ),
  ...Object.keys(cvars).flatMap((name) => [
    asked(`${name} is set by a plugin`, () => plugin.cvar(name)?.set('1')),
    asked(`${name} is read by a plugin`, () => [
      plugin.cvar(name)?.value,
      plugin.cvar(name)?.string,
      plugin.cvar(name)?.flags,
    ]),
  ]),
  ...[
    'meta cvars',
    'meta cvars 1',
    'meta reload 1',
    't_integer',
    'meta unload 1',
    't_integer 50',
    't_integer',
    'meta cvars',
  ].map(typed),
])

conformInSteps('time', setup, [
  asked('a timer comes once', ({ note, frames }) => {
    plugin.after(0.05, () => note('after', plugin.globals.time))
    frames(10)
  }),
  asked('a timer comes again and again, until it is taken back', ({ note, frames }) => {
    const undo = plugin.every(0.03, () => note('every', plugin.globals.time))
    frames(12)
    undo()
    frames(5)
  }),
  asked('timers of one frame come in their order', ({ note, frames }) => {
    plugin.after(0.02, () => note('second'))
    plugin.after(0.01, () => note('first'))
    plugin.nextFrame(() => note('next'))
    plugin.after(0, () => note('nought'))
    frames(5)
  }),
  asked('a long frame calls each once', ({ note, frame, frames }) => {
    const undo = plugin.every(0.1, () => note('every', plugin.globals.time))
    frame(1)
    frame(0.05)
    frames(10)
    undo()
  }),
  asked('a timer that throws is logged', ({ frames }) => {
    plugin.after(0.01, () => {
      throw new Error('on purpose')
    })
    frames(3)
  }),
  asked('timers outlive the map, or do not', ({ note, frames, console }) => {
    plugin.after(0.1, () => note('over the map'))
    plugin.after(0.1, () => note('in the map'), { untilMapEnd: true })
    console('changelevel yard')
    frames(15)
  }),
  asked('a paused plugin waits', ({ note, frames, console }) => {
    plugin.after(0.05, () => note('waited', plugin.globals.time))
    console('meta pause 1')
    frames(20)
    console('meta unpause 1')
    frames(10)
  }),
  {
    title: 'an awaited time goes on in its frame',
    async play(server) {
      void plugin.wait(0.03).then(() => server.note('waited', plugin.globals.time))
      for (let frame = 0; frame < 6; frame += 1) {
        server.frames(1)
        await server.settle()
        server.note('frame', frame)
      }
    },
  },
  asked('frame events tell the time', ({ note, frames }) => {
    const listener = ({ time, delta }: { time: number; delta: number }) => note('frame', time, delta)
    plugin.events.on('frame', listener)
    frames(3)
    plugin.events.off('frame', listener)
    frames(1)
  }),
  asked('an event listener that throws is logged', ({ frames }) => {
    plugin.events.once('frame', () => {
      throw new Error('on purpose')
    })
    frames(2)
  }),
  asked('timers end with the plugin', ({ note, frames, console }) => {
    plugin.every(0.01, () => note('still there'))
    frames(2)
    console('meta unload 1')
    frames(3)
  }),
])
