/**
 * What an admin does most: kick, ban, slap, and have the next map voted for; each by chat (`!kick bob`) and at the server
 * console (`admin_kick bob`).
 */
import {
  definePlugin,
  LoadTime,
  type Arguments,
  type CommandCall,
  type CommandListener,
} from '@csr/metamod-sdk'

import { adminsFile, parseAdmins } from './admins.js'
import { ban, whyNoBan } from './ban.js'
import { slap } from './slap.js'
import { Voting } from './voting.js'

export default definePlugin({
  name: 'Admin',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: 'https://example.com/admin',
  logTag: 'ADMIN',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  attach(plugin) {
    const voteSeconds = plugin.addCvar('admin_vote_time', 20, {
      min: 5,
      max: 120,
      help: 'Seconds that a map vote lasts',
    })
    const voting = new Voting(plugin, () => voteSeconds.get())
    let admins = readAdmins()

    function readAdmins(): ReadonlySet<string> {
      const file = plugin.engine.loadFileForMe(adminsFile)
      return parseAdmins(file === null ? '' : new TextDecoder().decode(file))
    }

    /** The same command twice: in the chat for admins, and at the server console, which belongs to whoever owns the server. */
    function addAdminCommand<const Args extends Arguments>(
      name: string,
      help: string,
      args: Args,
      run: CommandListener<Args>,
    ): void {
      const isAllowed = (player: { authId: string }): boolean | string =>
        admins.has(player.authId.toUpperCase()) || `${name} is for admins`
      plugin.addChatCommand<Args>(name, { help, args, isAllowed }, run)
      plugin.addCommand<Args>(`admin_${name}`, { help, args }, run)
    }

    /** Who did it, for the log and for the other players. */
    const actor = ({ player }: Pick<CommandCall, 'player'>): string => player?.name ?? 'The server'

    function announce(text: string): void {
      for (const player of plugin.players) player.printChat(text)
      plugin.util.logMessage(text)
    }

    addAdminCommand('kick', 'Sends a player away', { target: 'player', reason: 'text?' }, (call) => {
      const { target, reason } = call.args
      announce(`${actor(call)} kicked ${target.name}${reason === null ? '' : ` (${reason})`}`)
      target.kick(reason ?? 'Kicked by an admin')
    })

    const minutes = { type: 'integer', min: 0, max: 525_600, default: 30 } as const
    addAdminCommand(
      'ban',
      'Keeps a player away for some minutes; 0 for ever',
      { target: 'player', minutes },
      (call) => {
        const { target, minutes: length } = call.args
        const refusal = whyNoBan(target)
        if (refusal !== null) {
          call.reply(refusal)
          return
        }
        announce(
          `${actor(call)} banned ${target.name} ${length === 0 ? 'for good' : `for ${length} minutes`}`,
        )
        ban(plugin, target, length)
      },
    )

    const damage = { type: 'integer', min: 0, max: 100, default: 5 } as const
    addAdminCommand('slap', 'Pushes a player around', { target: 'player', damage }, (call) => {
      const { target, damage: pain } = call.args
      if (target.vars.health <= 0) {
        call.reply(`${target.name} is not alive`)
        return
      }
      slap(target, pain)
      announce(`${actor(call)} slapped ${target.name}`)
    })

    const maps = { type: 'word', list: true } as const
    addAdminCommand('votemap', 'Has the players vote for the next map', { maps }, (call) => {
      const refusal = voting.start(call.args.maps)
      if (refusal !== null) call.reply(`No vote: ${refusal}`)
    })

    addAdminCommand('cancelvote', 'Ends a vote without a result', {}, ({ reply }) => {
      reply(voting.cancel() ? 'The vote is off' : 'There is no vote')
    })

    plugin.addChatCommand(
      'vote',
      { help: 'Votes for a map', args: { map: 'integer' } },
      ({ player, args, reply }) => reply(voting.cast(player, args.map)),
    )

    plugin.addCommand('admin_reload', () => {
      admins = readAdmins()
      plugin.log(`${admins.size} admins in ${adminsFile}`)
    })
  },
})
