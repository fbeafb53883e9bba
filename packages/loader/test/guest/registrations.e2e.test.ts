import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest, type GuestServer } from './guest-server.js'
import { counterOf } from './plugins.js'

const folder = temporaryFolder()
const log = 'const log = (text) => plugin.util.logConsole(`> ${text}`)\n'

describeHosts('what a TypeScript plugin registers', (host) => {
  const start = (attach: string): GuestServer =>
    startGuest(folder, {
      host,
      plugins: { 'trial.ts': pluginSource('Trial', log + attach) },
      others: { 'counter.ts': counterOf('first') },
    })

  test('commands are the bridge’s, and answer after each reload', () => {
    const server = start("plugin.addCommand('trial', ({ args }) => log(args.join('+')))")
    for (let round = 0; round < 3; round += 1) {
      expect(server.run('trial a "b c"')).toContain('> a+b c')
      server.run('meta reload Trial')
    }
    expect(server.run('meta info MTS').join('\n')).toMatch(/commands: .*trial/)
    server.run('meta unload Trial')
    expect(server.run('trial').join('\n')).toMatch(/trial.*unloaded|unloaded.*trial/)
  })

  test('commands answer also where the host leaves those of unloaded plugins dead', () => {
    const source = pluginSource('Trial', `${log}plugin.addCommand('trial', () => log('alive'))`)
    const server = startGuest(folder, {
      host,
      plugins: { 'trial.ts': source },
      quirks: 'leaves-commands-dead yes\nkeeps-libraries-mapped yes',
    })
    server.run('meta reload Trial')
    expect(server.run('trial')).toContain('> alive')
  })

  test('variables are set at the console, and keep their value over a reload', () => {
    const server = start(
      "const cvar = plugin.addCvar('trial_speed', 5); plugin.addCommand('trial', () => log(cvar.value))",
    )
    expect(server.run('trial')).toContain('> 5')
    server.run('trial_speed 8')
    expect(server.run('trial')).toContain('> 8')
    server.run('meta reload Trial')
    expect(server.run('trial')).toContain('> 8')
    expect(server.run('game_cvar trial_speed')).toContain('game: trial_speed is 8')
  })

  test('log lines carry the plugin’s own tag, as the host gives it', () => {
    const server = start("plugin.util.logMessage('a message'); plugin.util.logError('an error')")
    expect(server.printed.some((line) => line.endsWith('[TRIAL] a message'))).toBe(true)
    expect(server.printed.some((line) => line.endsWith('[TRIAL] ERROR: an error'))).toBe(true)
  })

  test('the game’s messages are found, and calls through the hook tables pass all plugins', () => {
    const server = start(
      `plugin.onEngine.randomLong(() => override(4242))
       plugin.addCommand('trial', () => {
         log(plugin.util.getUserMsgId('TextMsg').size)
         log(plugin.hooked.engine.randomLong(1, 2))
         log(plugin.engine.randomLong(1, 2) < 3)
       })`,
    )
    expect(server.run('trial')).toEqual(expect.arrayContaining(['> -1', '> 4242', '> true']))
  })

  test('a client’s variable is asked for and answered', () => {
    const server = start(
      `plugin.on.cvarValue(({ value }) => { log(\`rate \${value}\`) })
       plugin.addCommand('trial', () => {
         const { entity: player } = plugin.players.find('Bob')
         plugin.engine.queryClientCvarValue(player, 'rate')
         log(plugin.util.isQueryingClientCvar(player))
       })`,
    )
    server.join('Bob')
    expect(server.run('trial')).toEqual(expect.arrayContaining(['> rate']))
    server.frames(3)
    expect(server.printed).toContain('> rate 20000')
  })

  test('a plugin has the host load and unload another', () => {
    const server = start(
      `plugin.addCommand('bring', () => log(plugin.util.loadPlugin('addons/ts/counter.ts')))
       plugin.addCommand('take', () => log(plugin.util.unloadPlugin('Counter')))`,
    )
    expect(server.run('bring')).toContain('> true')
    expect(server.row('counter.so')).toMatch(/Counter +RUN/)
    expect(server.run('take')).toContain('> true')
    expect(server.row('counter.so')).toBeUndefined()
  })

  test('Node’s timers run while frames do', async () => {
    const server = start("setTimeout(() => log('later'), 1)")
    expect(await server.prints(/^> later$/)).toBe(true)
  })
})
