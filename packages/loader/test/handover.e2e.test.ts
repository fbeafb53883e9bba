import { setImmediate } from 'node:timers/promises'

import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'
import { startWatching } from './watching-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

/** A plugin with state: `score NAME` counts, and each version says what it was given. */
function counting(version: string, more = ''): string {
  return pluginSource(
    'Counter',
    `    const scores = plugin.handover('scores', () => new Map())
    plugin.util.logConsole('${version} has ' + JSON.stringify([...scores]))
    plugin.addCommand('score', ({ args }) => {
      scores.set(args[0], (scores.get(args[0]) ?? 0) + 1)
    })
    ${more}`,
  )
}

function start(text: string, game: { pluginsIni?: string } = {}): TestServer {
  const path = folder.write('counter.ts', text)
  const server = startServer(folder, game.pluginsIni === undefined ? { plugins: [path] } : game)
  server.run('score Ada')
  server.run('score Ada')
  server.run('score Grace')
  return server
}

const handedOver = '[["Ada",2],["Grace",1]]'

describe('what a plugin hands over', () => {
  test('is there for its next version after meta reload, and for the one after that', () => {
    const server = start(counting('one'))
    folder.write('counter.ts', counting('two'))
    expect(server.run('meta reload Counter')).toContain(`two has ${handedOver}`)
    server.run('score Grace')
    expect(server.run('meta reload Counter')).toContain('two has [["Ada",2],["Grace",2]]')
  })

  test('is there when the map change loads a newer file', () => {
    const server = start(counting('one'), { pluginsIni: 'ts counter.ts\n' })
    folder.write('counter.ts', counting('two'))
    server.run('changelevel box2')
    server.frames(3)
    expect(server.printed).toContain(`two has ${handedOver}`)
  })

  test('is there when its file was saved', async () => {
    const path = folder.write('counter.ts', counting('one'))
    const server = await startWatching(folder, [path])
    server.run('score Ada')
    folder.write('counter.ts', counting('two'))
    await server.until(/^two has \[\["Ada",1]]$/)
  })

  test('is as it was after detach', () => {
    const text = counting('one', 'globalThis.leaving = () => scores.set("Last", 9)')
    const server = start(text.replace('detach() {', 'detach() { globalThis.leaving()'))
    expect(server.run('meta reload Counter')).toContain('one has [["Ada",2],["Grace",1],["Last",9]]')
  })

  test('is gone after meta unload and meta load', () => {
    const server = start(counting('one'))
    server.run('meta unload Counter')
    expect(server.run('meta load ./counter.ts')).toContain('one has []')
  })

  test('is dropped if the next version does not ask for it', () => {
    const server = start(counting('one'))
    folder.write('counter.ts', pluginSource('Counter', ''))
    server.run('meta reload Counter')
    folder.write('counter.ts', counting('three'))
    expect(server.run('meta reload Counter')).toContain('three has []')
  })

  test('is named in the log if it is no data, and the next version makes its own', () => {
    const more = `const met = plugin.handover('met', () => ({}))
    plugin.addCommand('meet', () => { met.first = plugin.entity(0) })`
    const server = start(counting('one', more))
    server.run('meet')
    const printed = server.run('meta reload Counter')
    expect(printed).toContain(`one has ${handedOver}`)
    expect(printed).toContain(
      "[META] ERROR: plugin 'Counter': handover 'met' was not handed over: first in it is an Entity; " +
        'hand over its index and serial number, or find it again; the next version makes its own',
    )
  })
})

describe('a next version that fails', () => {
  const failing = `plugin.handover('scores').clear(); throw new Error('half done')`

  test('in attach gives way to the version before, with the state that it left', () => {
    const server = start(counting('one'))
    folder.write('counter.ts', counting('two', failing.replace("plugin.handover('scores')", 'scores')))
    const printed = server.run('meta reload Counter')
    expect(printed).toContain(`two has ${handedOver}`)
    expect(printed).toContain(`one has ${handedOver}`)
    expect(printed).toContain("[META] plugin 'Counter' is back in its version before, v1.0")
    expect(server.loader.plugins[0]).toMatchObject({
      isRunning: true,
      problem: expect.stringContaining('half done') as string,
    })
    server.run('score Ada')
    folder.write('counter.ts', counting('three'))
    expect(server.run('meta reload Counter')).toContain('three has [["Ada",3],["Grace",1]]')
    expect(server.loader.plugins[0]?.problem).toBeNull()
  })

  test('is not tried again at each map change while its file stays as it is', () => {
    const server = start(counting('one'), { pluginsIni: 'ts counter.ts\n' })
    folder.write('counter.ts', counting('two', failing.replace("plugin.handover('scores')", 'scores')))
    server.run('meta reload Counter')
    const before = server.printed.length
    server.run('changelevel box2')
    server.frames(3)
    expect(server.printed.slice(before).filter((line) => line.includes('has'))).toEqual([])
  })

  test('in the rest of an async attach gives way as well', async () => {
    const server = start(counting('one'))
    const late = counting('two', `await null; throw new Error('too late')`)
    folder.write('counter.ts', late.replace('attach(plugin)', 'async attach(plugin)'))
    server.run('meta reload Counter')
    await setImmediate()
    server.frame()
    expect(server.printed).toContain("[META] plugin 'Counter' is back in its version before, v1.0")
    expect(server.printed.filter((line) => line === `one has ${handedOver}`)).toHaveLength(1)
    expect(server.loader.plugins[0]?.isRunning).toBe(true)
  })

  test('like the one before it, because its data is missing, leaves the plugin failed with both named', () => {
    const server = start(counting('one', 'if (globalThis.isBroken) throw new Error("first as well")'))
    Object.assign(globalThis, { isBroken: true })
    folder.write('counter.ts', counting('two', 'throw new Error("second")'))
    const printed = server.run('meta reload Counter').join('\n')
    Object.assign(globalThis, { isBroken: false })
    expect(printed).toMatch(/'Counter' not loaded: .*second/)
    expect(printed).toMatch(/'Counter' not loaded: .*first as well/)
    expect(server.loader.plugins[0]?.isLoaded).toBe(false)
    expect(server.run('meta retry Counter').join('\n')).toMatch(/second/)
  })
})

test('what waits with the signal ends with the version that began it, and is no error', async () => {
  const waiting = pluginSource(
    'Waiter',
    `    plugin.signal.addEventListener('abort', () => console.assert(plugin.signal.aborted))
    void (async () => {
      const { setTimeout } = await import('node:timers/promises')
      await setTimeout(100000, null, { signal: plugin.signal })
    })().catch((error) => plugin.definition && globalThis.ended.push(error.name))`,
  )
  const ended: string[] = []
  Object.assign(globalThis, { ended })
  const path = folder.write('waiter.ts', waiting)
  const server = startServer(folder, { plugins: [path] })
  for (let turn = 0; turn < 5; turn += 1) await setImmediate()
  server.run('meta reload Waiter')
  for (let turn = 0; turn < 5; turn += 1) await setImmediate()
  expect(ended).toEqual(['AbortError'])
  expect(server.printed.join('\n')).not.toContain('ERROR')
})
