import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest } from './guest-server.js'

const folder = temporaryFolder()

const endless = pluginSource('Endless', 'plugin.on.startFrame(() => {\nfor (;;);\n})')
const other = pluginSource(
  'Other',
  "plugin.addCommand('greet', () => plugin.util.logConsole('Other is well'))",
)

describeHosts('a hook that never ends', (host) => {
  test('is ended, its plugin is paused, and the host goes on with the others', () => {
    const server = startGuest(folder, { host, plugins: { 'endless.ts': endless, 'other.ts': other } })
    server.run('meta_watchdog 50')
    const stalls = server.errors().filter((line) => line.includes('held the server up'))
    expect(stalls.join('\n')).toMatch(/plugin 'Endless': held .*endless\.ts:6:\d+ and was stopped there/)
    expect(server.run('meta_ts list').find((line) => line.includes('Endless'))).toMatch(/ STOP /)
    const before = server.errors().length
    server.frames(20)
    expect(server.errors()).toHaveLength(before)
    expect(server.run('greet')).toContain('Other is well')
  })
})
