/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-invalid-void-type, @typescript-eslint/no-unnecessary-type-parameters -- The types are the subject. */
// Checked by the compiler: what handlers are given, from what authors wrote about their commands.
import type { CommandCall, Cvar, Player, Plugin, Undo } from '../index.js'

/** Compiles only if both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? (value: A) => void : never
declare const same: <A, B>(check: Same<A, B>) => void
const ok = (): void => undefined

export const commands = (plugin: Plugin): void => {
  const undo: Undo = plugin.addCommand('plain', ({ args, text }) => plugin.log(args[0] ?? text))
  undo()

  const options = {
    help: 'Hurts a player',
    args: {
      target: 'player',
      damage: { type: 'integer', min: 0, max: 100, default: 5 },
      mode: { choices: ['slow', 'fast'], optional: true },
      loud: 'boolean?',
      reason: 'text?',
    },
  } as const
  plugin.addCommand('slap', options, ({ args, player, reply }) => {
    same<typeof args.target, Player>(ok)
    same<typeof args.damage, number>(ok)
    same<typeof args.mode, 'slow' | 'fast' | null>(ok)
    same<typeof args.loud, boolean | null>(ok)
    same<typeof args.reason, string | null>(ok)
    same<typeof player, null>(ok)
    reply(args.target.name)
    // @ts-expect-error -- There is no such argument.
    reply(args.tarket)
  })
  // Written in place it needs no `as const`.
  plugin.addChatCommand(
    'pick',
    {
      prefixes: ['!'],
      args: { which: { choices: ['a', 'b'] }, word: 'word', list: { type: 'number', list: true } },
      isAllowed: ({ isBot }) => (isBot ? 'No bots' : true),
    },
    ({ args, player }) => {
      same<typeof args.which, 'a' | 'b'>(ok)
      same<typeof args.word, string>(ok)
      same<typeof args.list, readonly number[]>(ok)
      same<typeof player, Player>(ok)
    },
  )
  plugin.addClientCommand('any', {}, ({ args }) => same<typeof args, readonly string[]>(ok))
  plugin.addClientCommand('none', { args: {} }, async ({ player, reply }) => {
    await plugin.wait(1)
    reply(player.name)
  })

  // One handler may serve all three.
  const answer = ({ player, reply }: CommandCall): void => reply(player?.name ?? 'console')
  plugin.addCommand('who', {}, answer)
  plugin.addClientCommand('who', {}, answer)
  plugin.addChatCommand('who', {}, answer)

  // @ts-expect-error -- There is no such kind.
  plugin.addCommand('x', { args: { a: 'wrod' } }, () => undefined)
  // @ts-expect-error -- A player's answer is no number.
  plugin.addCommand('x', { isAllowed: () => 5 }, () => undefined)
  // @ts-expect-error -- A server command has no prefix.
  plugin.addCommand('x', { prefixes: ['!'] }, () => undefined)
}

export const cvars = (plugin: Plugin): void => {
  same<ReturnType<typeof number.get>, number>(ok)
  const number = plugin.addCvar('a', 0.5, { min: 0, onChange: (value) => same<typeof value, number>(ok) })
  same<typeof number, Cvar<number>>(ok)
  same<typeof flag, Cvar<boolean>>(ok)
  const flag = plugin.addCvar('b', true)
  same<typeof text, Cvar<string>>(ok)
  const text = plugin.addCvar('c', 'x')
  same<typeof typed, Cvar<number>>(ok)
  const typed = plugin.addCvar('d', '5', { type: 'integer', onChange: (value) => void value.toFixed() })
  const all: readonly Cvar[] = [number, flag, text, typed]
  plugin.log(all.map(({ name }) => name).join())

  same<typeof gravity, Cvar<number> | null>(ok)
  const gravity = plugin.cvar('sv_gravity', 'number')
  same<typeof motd, Cvar<string> | null>(ok)
  const motd = plugin.cvar('motdfile')
  // @ts-expect-error -- It may be null.
  plugin.log(motd.get())
  // @ts-expect-error -- There is no such type.
  plugin.addCvar('e', 1, { type: 'float' })
}

export const timers = async (plugin: Plugin): Promise<void> => {
  const undo: Undo = plugin.after(1, async () => plugin.wait(1), { untilMapEnd: true })
  undo()
  same<void, Awaited<ReturnType<Plugin['wait']>>>(ok)
  await plugin.wait(1)
  // @ts-expect-error -- Seconds are a number.
  plugin.every('1', () => undefined)
}
