/** Chat and client commands, while their plugin runs, is paused and has gone. */
import type { Arguments, ChatCommandOptions, CommandCall } from '@csr/metamod-sdk'

import { conformInSteps } from './conforms.js'
import type { Driver } from './driver.js'
import { asked, come, registrar, said, setup, typed } from './registering.js'

const chat = (server: Driver, name: string, options: ChatCommandOptions<Arguments>): unknown =>
  registrar().addChatCommand(name, options, ({ args, player, reply }: CommandCall<Arguments>) => {
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
    registrar().addClientCommand('wave', { args: { at: 'player' } }, ({ args, reply }) =>
      reply(`you wave at ${args.at.name}`),
    )
    registrar().addClientCommand('give', {}, () => {
      throw new Error('on purpose')
    })
    return registrar().commandHelp()
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
