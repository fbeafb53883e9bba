import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()

/** A server of 100 frames a second. */
function serverWith(attach: string): TestServer {
  folder.write('clock.ts', pluginSource('Clock', attach))
  const server = startServer(folder, { pluginsIni: 'ts clock.ts\n' })
  server.frames(3)
  return server
}

const said = (server: TestServer, what: string): number =>
  server.printed.filter((line) => line === `[CLOCK] ${what}`).length

describe('timers in a server', () => {
  test('go by game time', () => {
    const server = serverWith(`
    plugin.addCommand('start', () => {
      plugin.after(0.5, () => plugin.log('once'))
      plugin.every(0.1, () => plugin.log('often'))
      plugin.nextFrame(() => plugin.log('next'))
    })`)
    // The console runs before the frame does.
    server.run('start')
    expect(said(server, 'next')).toBe(1)
    server.frames(48)
    expect([said(server, 'once'), said(server, 'often')]).toEqual([0, 4])
    server.frames(2)
    expect([said(server, 'once'), said(server, 'often')]).toEqual([1, 5])
    server.frames(100)
    expect([said(server, 'once'), said(server, 'often')]).toEqual([1, 15])
  })

  test('that are set in attach, before there is a map, run in it', () => {
    const server = serverWith(`    plugin.after(0.5, () => plugin.log('once'))`)
    expect(said(server, 'once')).toBe(0)
    server.frames(50)
    expect(said(server, 'once')).toBe(1)
  })

  test('live on over a map change with what they had left, unless they were to end with the map', () => {
    const server = serverWith(`
    plugin.after(1, () => plugin.log('once'))
    plugin.every(0.2, () => plugin.log('often'), { untilMapEnd: true })`)
    server.frames(50)
    const often = said(server, 'often')
    expect(often).toBe(2)
    server.engine.changeLevel('box2')
    server.frames(40)
    expect([said(server, 'once'), said(server, 'often')]).toEqual([0, often])
    server.frames(20)
    expect([said(server, 'once'), said(server, 'often')]).toEqual([1, often])
  })

  test('stand still while their plugin is paused', () => {
    const server = serverWith(`    plugin.after(0.5, () => plugin.log('once'))`)
    server.run('meta pause clock')
    server.frames(200)
    server.run('meta unpause clock')
    server.frames(40)
    expect(said(server, 'once')).toBe(0)
    server.frames(10)
    expect(said(server, 'once')).toBe(1)
  })

  test('end with their plugin, through a hundred reloads', () => {
    const server = serverWith(`
    plugin.every(0.01, () => plugin.log('often'))
    plugin.after(1, () => plugin.log('once'))`)
    for (let reload = 0; reload < 100; reload += 1) server.run('meta reload clock')
    const before = said(server, 'often')
    server.frames(10)
    expect(said(server, 'often') - before).toBe(10)
    server.frames(100)
    expect(said(server, 'once')).toBe(1)
    server.run('meta unload clock')
    const last = said(server, 'often')
    server.frames(10)
    expect(said(server, 'often')).toBe(last)
  })

  test('that throw are logged with plugin and place, and go on', () => {
    const server = serverWith(`
    let count = 0
    plugin.every(0.1, () => {
      count += 1
      if (count === 1) throw new Error('oops')
      plugin.log('often')
    })`)
    server.frames(30)
    expect(server.printed.join('\n')).toMatch(/ERROR: plugin 'Clock': timer at .*clock\.ts:9:\d+: oops/)
    expect(said(server, 'often')).toBeGreaterThan(0)
  })
})

test('wait goes on in the frame in which its time has come, and says nothing when the plugin is unloaded first', async () => {
  const server = serverWith(`
    plugin.addCommand('start', async () => {
      await plugin.wait(0.5)
      plugin.log('once')
      await plugin.wait(0.5)
      plugin.log('never')
    })`)
  server.run('start')
  server.frames(50)
  await Promise.resolve()
  expect(said(server, 'once')).toBe(1)
  server.run('meta unload clock')
  await new Promise(setImmediate)
  server.frames(100)
  expect(said(server, 'never')).toBe(0)
  expect(server.printed.filter((line) => /ERROR/.test(line))).toEqual([])
})
