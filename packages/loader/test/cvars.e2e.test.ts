import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()

function serverWith(attach: string): TestServer {
  folder.write('volume.ts', pluginSource('Volume', attach))
  const server = startServer(folder, { pluginsIni: 'ts volume.ts\n' })
  server.frames(3)
  return server
}

const ranged = `
    const cvar = plugin.addCvar('volume', 5, { type: 'integer', min: 0, max: 10, onChange: (value, previous) => plugin.log(\`\${previous} to \${value}\`) })
    plugin.addCommand('show', () => plugin.log(\`\${cvar.get()} \${cvar.value} \${cvar.string}\`))`

describe('a variable with a range', () => {
  test('is set back with a line when the console sets what does not fit', () => {
    const server = serverWith(ranged)
    expect(server.run('volume 7')).toEqual(['[VOLUME] 5 to 7'])
    expect(server.run('volume 99')).toEqual([
      '[VOLUME] volume: must be a whole number 0..10, got "99"; set to 10',
      '[VOLUME] 7 to 10',
    ])
    expect(server.run('volume loud')).toEqual([
      '[VOLUME] volume: must be a whole number 0..10, got "loud"; set to 10',
    ])
    expect(server.run('show')).toEqual(['[VOLUME] 10 10 10'])
  })

  test('is checked when it is read, before the frame in which it would be noticed', () => {
    const server = serverWith(ranged)
    expect(server.run('volume 99; show')).toEqual([
      '[VOLUME] volume: must be a whole number 0..10, got "99"; set to 10',
      '[VOLUME] 10 10 10',
      '[VOLUME] 5 to 10',
    ])
  })

  test('keeps its value over a reload, and nobody watches when the plugin has gone', () => {
    const server = serverWith(ranged)
    server.run('volume 7')
    server.run('meta reload volume')
    expect(server.run('show')).toEqual(['[VOLUME] 7 7 7'])
    expect(server.run('volume 8')).toEqual(['[VOLUME] 7 to 8'])
    server.run('meta unload volume')
    expect(server.run('volume 99')).toEqual([])
  })

  test('a default outside of its own range keeps the plugin from loading', () => {
    const { printed } = serverWith(`    plugin.addCvar('other', 11, { max: 10 })`)
    expect(printed.join('\n')).toMatch(
      /'Volume' not loaded: .*addCvar: value must be a number \.\.10, got 11/,
    )
  })
})

test('the server’s own variables are read, set and listened to', () => {
  const server = serverWith(`
    const gravity = plugin.cvar('sv_gravity', 'number')
    gravity?.onChange((value, previous) => plugin.log(\`\${previous} to \${value}\`))
    plugin.log(String([gravity?.get(), plugin.cvar('no_such_cvar')]))
    plugin.addCommand('fall', () => gravity?.set(1))`)
  expect(server.printed).toContain('[VOLUME] 800,')
  expect(server.run('sv_gravity 400')).toEqual(['[VOLUME] 800 to 400'])
  expect(server.run('fall')).toEqual(['[VOLUME] 400 to 1'])
})
