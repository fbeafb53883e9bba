import { join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'
import { nativeOut } from './set-up.js'

const folder = temporaryFolder()

describeEmbedded('in a server with Node inside, native and TypeScript plugins', () => {
  const pluginsIni = ['observer', 'overrider']
    .map((name) => `linux ${join(nativeOut, `game/addons/${name}/${name}.so`)}`)
    .join('\n')
  const counter = pluginSource(
    'Counter',
    `let frames = 0, ticks = 0, maps = 0
     plugin.on.startFrame(() => { frames += 1 })
     plugin.onPost.serverActivate(() => { maps += 1 })
     setInterval(() => { ticks += 1 }, 1)
     plugin.addCommand('count', () => plugin.util.logConsole(\`frames \${frames} ticks \${ticks} maps \${maps}\`))`,
  )
  const start = (): Promise<EmbeddedServer> =>
    startEmbedded(folder, { pluginsIni, plugins: { 'counter.ts': counter }, bots: 2 })

  async function counts(server: EmbeddedServer): Promise<number[]> {
    const [line = ''] = (await server.run('count')).filter((text) => text.startsWith('frames'))
    return [...line.matchAll(/\d+/g)].map(Number)
  }

  /** Lets frames run until the plugin has seen more than it had. */
  async function countsAbove(server: EmbeddedServer, before: readonly number[]): Promise<number[]> {
    for (let tries = 0; tries < 1000; tries += 1) {
      const now = await counts(server)
      if (now.slice(0, 2).every((count, index) => count > (before[index] ?? 0))) return now
    }
    throw new Error(`the counts stay at ${before.join(', ')}`)
  }

  test('stand in one list', async () => {
    const server = await start()
    const printed = await server.run('meta list')
    // On a slow machine the bots are still coming in.
    expect(printed.slice(printed.indexOf('Currently loaded plugins:'))).toEqual([
      'Currently loaded plugins:',
      '      description  stat pend  file          vers    src  load  unload',
      ' [ 1] Observer     RUN   -    observer.so   v1.0.0  ini  ANY   ANY',
      ' [ 2] Overrider    RUN   -    overrider.so  v1.0.0  ini  ANY   ANY',
      ' [ 3] Counter      RUN   -    counter.ts    v1.0    ini  ANY   Pause',
      '3 plugins, 3 running',
    ])
    expect(server.errors()).toEqual([])
  })

  test('go on with their hooks and timers over a map change', async () => {
    const server = await start()
    const before = await countsAbove(server, [0, 0])
    await server.run('changelevel box2')
    const [, , maps] = await countsAbove(server, before)
    expect(maps).toBe(2)
    expect((await server.run('meta list')).at(-1)).toBe('3 plugins, 3 running')
  })

  test('are unloaded, loaded and reloaded while frames run', async () => {
    const server = await start()
    expect(await server.run('meta unload counter')).toContain("Unloaded plugin 'Counter'")
    expect(await server.run('meta load counter')).toContain("Loaded plugin 'Counter' as number 3")
    expect(await server.run('meta reload counter')).toContain("Reloaded plugin 'Counter'")
    expect(await server.run('meta reload observer')).toContain("Reloaded plugin 'Observer'")
    await countsAbove(server, [0, 0])
    expect(server.errors()).toEqual([])
  })
})
