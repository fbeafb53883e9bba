import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest, type GuestServer } from './guest-server.js'

const folder = temporaryFolder()

describeHosts('what authors think in', (host) => {
  const start = (attach: string): GuestServer =>
    startGuest(folder, { host, plugins: { 'trial.ts': pluginSource('Trial', attach) } })

  test('commands of all three kinds are answered, and the game sees what it should', () => {
    const server = start(`
    const options = { args: { target: 'player', damage: 'integer?' } }
    const answer = ({ args, player }) => plugin.log(\`\${player?.name ?? 'console'} \${args.target.name} \${args.damage}\`)
    plugin.addCommand('trial_slap', options, answer)
    plugin.addClientCommand('trial_slap', options, answer)
    plugin.addChatCommand('slap', options, answer)
    plugin.onPost.clientCommand(({ status }) => plugin.log(\`status \${status}\`))`)
    const bob = server.join('Bob')
    const client = (line: string): string[] => {
      const before = server.printed.length
      server.engine.clientCommand(bob, line)
      server.frames(1)
      return server.printed.slice(before).filter((each) => each.startsWith('[TRIAL]'))
    }
    expect(server.run('trial_slap bob 5')).toContain('[TRIAL] console Bob 5')
    expect(server.run('trial_slap').join()).toContain('usage: trial_slap <target> [damage]')
    expect(client('trial_slap bob')).toEqual(['[TRIAL] Bob Bob null', '[TRIAL] status 4'])
    expect(client('say "/slap bob 7"')).toEqual(['[TRIAL] Bob Bob 7', '[TRIAL] status 4'])
    expect(client('say "!slap bob 7"')).toContain('[TRIAL] Bob Bob 7')
    server.run('meta reload Trial')
    expect(client('trial_slap bob')).toContain('[TRIAL] Bob Bob null')
  })

  test('a variable is set back, and a timer goes over a map change', () => {
    const server = start(`
    plugin.addCvar('trial_speed', 5, { max: 10 })
    plugin.after(1, () => plugin.log('once'))
    plugin.every(0.1, () => plugin.log('often'), { untilMapEnd: true })`)
    expect(server.run('trial_speed 50')).toContain(
      '[TRIAL] trial_speed: must be a number ..10, got "50"; set to 10',
    )
    server.frames(50)
    const said = (what: string): number => server.printed.filter((line) => line === `[TRIAL] ${what}`).length
    const often = said('often')
    expect([said('once'), often]).toEqual([0, 5])
    server.engine.changeLevel('box2')
    server.frames(40)
    expect([said('once'), said('often')]).toEqual([0, often])
    server.frames(20)
    expect([said('once'), said('often')]).toEqual([1, often])
  })
})
