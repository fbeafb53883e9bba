/** What plugins answer, before and after, and what comes of it: for each kind of value, and of several plugins at once. */
import { handled, override, supercede, type Answer, type Plugin } from '@csr/metamod-sdk'

import { conformInSteps, type Step } from './conforms.js'
import type { Driver, Note } from './driver.js'
import { pluginOf } from '../plugin-of.js'

/** A function that the game calls or is called by, and how to make it happen. */
interface Subject {
  readonly name: string
  readonly hook: (plugin: Plugin, phase: Phase, listener: Listener) => void
  readonly values: (plugin: Plugin) => readonly unknown[]
  readonly happen: (server: Driver) => void
}

const phases = ['pre', 'post'] as const
type Phase = (typeof phases)[number]
type Listener = (event: object) => never
type Tables = Readonly<Record<string, (listener: Listener) => void>>

const game = (name: string) => (plugin: Plugin, phase: Phase, listener: Listener) => {
  const table = (phase === 'pre' ? plugin.on : plugin.onPost) as unknown as Tables
  table[name]?.(listener)
}
const engine = (name: string) => (plugin: Plugin, phase: Phase, listener: Listener) => {
  const table = (phase === 'pre' ? plugin.onEngine : plugin.onEnginePost) as unknown as Tables
  table[name]?.(listener)
}
const nothing = (): readonly unknown[] => [undefined]

const subjects: readonly Subject[] = [
  {
    name: 'void serverPrint',
    hook: engine('serverPrint'),
    values: nothing,
    happen: (server) => server.console('game_info'),
  },
  {
    name: 'void clientKill',
    hook: game('clientKill'),
    values: nothing,
    happen(server) {
      server.type(1, 'kill')
      server.frame(1)
      server.frame(1)
      server.frame(1)
    },
  },
  {
    name: 'void clientCommand',
    hook: game('clientCommand'),
    values: nothing,
    happen: (server) => server.type(1, 'say hello'),
  },
  {
    name: 'int randomLong',
    hook: engine('randomLong'),
    values: () => [5, -7],
    happen: (server) => server.console('game_roll'),
  },
  {
    name: 'int numberOfEntities',
    hook: engine('numberOfEntities'),
    values: () => [99, 0],
    happen: (server) => server.console('game_info'),
  },
  {
    name: 'int spawn',
    hook: game('spawn'),
    values: () => [-1, 0],
    happen: (server) => server.console('changelevel box'),
  },
  {
    name: 'float cvarGetFloat',
    hook: engine('cvarGetFloat'),
    values: () => [0.5, -2],
    happen: (server) => server.console('game_cvar sv_gravity'),
  },
  {
    name: 'string cmdArgv',
    hook: engine('cmdArgv'),
    values: () => ['sv_friction', ''],
    happen: (server) => server.console('game_cvar sv_gravity'),
  },
  {
    name: 'string getGameDescription',
    hook: game('getGameDescription'),
    values: () => ['Ours', ''],
    happen(server) {
      server.frame(1)
      server.frame(1)
      server.console('status')
    },
  },
  {
    name: 'string getPhysicsInfoString',
    hook: engine('getPhysicsInfoString'),
    values: () => ['\\a\\b', ''],
    happen: (server) => server.frames(1),
  },
  {
    name: 'entity findEntityByString',
    hook: engine('findEntityByString'),
    values: (plugin) => [plugin.entity(1), plugin.entity(0), null],
    happen(server) {
      server.console('game_query Ada rate')
      server.frames(1)
    },
  },
  {
    name: 'bool clientConnect',
    hook: game('clientConnect'),
    values: () => [true, false, { reject: 'No.' }],
    happen(server) {
      server.note('joined', server.connect('Bob'))
      server.disconnect(2)
    },
  },
  {
    name: 'bool inconsistentFile',
    hook: game('inconsistentFile'),
    values: () => [false, true],
    happen(server) {
      server.connect('Cy')
      server.frames(1)
      server.console('inconsistent Cy player.mdl')
      server.disconnect(2)
    },
  },
  {
    name: 'bool addToFullPack',
    hook: game('addToFullPack'),
    values: () => [true, false],
    happen: (server) => server.frames(1),
  },
  {
    name: 'bool connectionlessPacket',
    hook: game('connectionlessPacket'),
    values: () => [true, false],
    happen: (server) => server.console('oob ping'),
  },
]

const answers = {
  nothing: () => undefined,
  handled: () => handled(),
  override: (value: unknown) => override(value),
  supercede: (value: unknown) => supercede(value),
} as const satisfies Record<string, (value: unknown) => Answer<unknown> | undefined>
type Kind = keyof typeof answers

/** What each plugin answers in each phase now. */
interface Plan {
  answers: Partial<Record<string, () => Answer<unknown> | undefined>>
}

/** Who is asked in which order. */
const names = ['First', 'Second', 'Third'] as const

/** Three plugins that note what they see and answer by the plan. */
const threePlugins =
  ({ hook }: Subject, plan: Plan, plugins: Plugin[]) =>
  (note: Note) =>
    names.map((name) =>
      pluginOf(name, (plugin) => {
        plugins.push(plugin)
        for (const phase of phases)
          hook(plugin, phase, ((event: Record<string, unknown>) => {
            const state = ['status', 'previous', 'original', 'overriding'].map((key) => event[key])
            note(`${name} ${phase}`, ...state)
            return plan.answers[`${name} ${phase}`]?.()
          }) as unknown as Listener)
      }),
    )

function stepsOf(subject: Subject, plan: Plan, plugins: readonly Plugin[]): Step[] {
  const { name, happen, values } = subject
  const step = (title: string, planned: () => Plan['answers']): Step => ({
    title: `${name}: ${title}`,
    play(server) {
      plan.answers = planned()
      happen(server)
      plan.answers = {}
      server.frames(1)
    },
  })
  const value = (index: number): unknown => {
    const given = values(plugins.at(-1) as Plugin)
    return given[index % given.length]
  }
  const answer = (kind: Kind, index: number) => () => answers[kind](value(index))
  const all = Object.keys(answers) as Kind[]
  return [
    ...phases.flatMap((phase) =>
      all.map((kind) =>
        step(`the second answers ${kind} ${phase}`, () => ({ [`Second ${phase}`]: answer(kind, 0) })),
      ),
    ),
    ...all.flatMap((before) =>
      all.map((after) =>
        step(`the first answers ${before} before, the third ${after} after`, () => ({
          'First pre': answer(before, 0),
          'Third post': answer(after, 1),
        })),
      ),
    ),
    step('all three override before and after', () =>
      Object.fromEntries(
        names.flatMap((who, index) => phases.map((phase) => [`${who} ${phase}`, answer('override', index)])),
      ),
    ),
    step('the first supercedes, the second overrides, the third answers handled', () => ({
      'First pre': answer('supercede', 0),
      'Second pre': answer('override', 1),
      'Third pre': answer('handled', 0),
    })),
    step('two supercede', () => ({
      'First pre': answer('supercede', 0),
      'Third pre': answer('supercede', 1),
    })),
    step('an answer of a wrong type counts as nothing', () => ({
      'Second pre': () => override(Symbol('wrong')),
    })),
    step('a throw counts as nothing', () => ({
      'Second pre': () => {
        throw new Error('on purpose')
      },
    })),
  ]
}

for (const subject of subjects) {
  const plan: Plan = { answers: {} }
  const plugins: Plugin[] = []
  conformInSteps(subject.name, { plugins: threePlugins(subject, plan, plugins) }, [
    {
      title: `${subject.name}: Ada comes`,
      play(server) {
        server.connect('Ada')
        server.frames(3)
      },
    },
    ...stepsOf(subject, plan, plugins),
  ])
}
