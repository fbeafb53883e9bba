import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()

/** Starts a server with one plugin of the given `attach`, and two players. */
function serverWith(attach: string): TestServer {
  const plugin = folder.write('trial.ts', pluginSource('Trial', attach))
  const server = startServer(folder, { plugins: [plugin], bots: 2 })
  server.frames(3)
  return server
}

function errors(lines: readonly string[]): string[] {
  return lines.filter((line) => line.includes('ERROR'))
}

/** The server runs frames and answers commands. */
function expectAlive(server: TestServer): void {
  server.frames(3)
  expect(server.run('echo alive')).toContain('alive')
}

describe('a TypeScript plugin that cannot be loaded gives one line, and the server runs without it', () => {
  test.each([
    ['missing', null, /no such file or folder; correct the path/],
    ['unparsable', 'export default {{', /unparsable\.ts:1:17: .*; correct the source/],
    ['exportless', 'export const plugin = 1', /has no default export; write 'export default definePlugin/],
    [
      'throwing',
      pluginSource('Throwing', 'throw new Error("boom")'),
      /'Throwing' not loaded: attach threw at .*throwing\.ts:5:7: boom/,
    ],
    ['misnamed', pluginSource('Misnamed', 'plugin.on.clientConect(() => {})'), /clientConect.*clientConnect/],
    [
      'newer',
      pluginSource('Newer', '').replace("version: '1.0'", "version: '1.0', interfaceVersion: '5:99'"),
      /asks for interface 5:99/,
    ],
  ])('%s', (name, source, message) => {
    const path = source === null ? `${name}.ts` : folder.write(`${name}.ts`, source)
    const server = startServer(folder, { pluginsIni: `ts ${path}\n` })
    expect(errors(server.printed)).toHaveLength(1)
    expect(errors(server.printed)[0]).toMatch(message)
    expect(server.run('meta list').at(-1)).toBe('1 plugins, 0 running')
    expectAlive(server)
  })
})

describe('a native plugin that cannot be loaded gives one line, and the server runs without it', () => {
  // The beginning of an ELF file for a 32-bit processor, or a 64-bit one where this process is 32-bit.
  const elf = new Uint8Array(64)
  elf.set([0x7f, 0x45, 0x4c, 0x46, process.arch === 'ia32' ? 2 : 1, 1, 1])

  test.each([
    ['addons/bad/no-query.so', /Meta_Query/],
    ['addons/bad/refuses-query.so', /'Refuses query' not loaded|'refuses-query\.so' not loaded/],
    ['addons/bad/refuses-attach.so', /'Refuses attach' not loaded/],
    ['addons/bad/newer-interface.so', /'Newer interface' not loaded: asks for interface 5:99/],
    ['addons/bad/missing.so', /missing\.so: no such file; correct the path/],
    ['other-size.so', /-bit/],
    ['text.so', /text\.so/],
  ])('%s', (path, message) => {
    folder.write('other-size.so', elf)
    folder.write('text.so', 'This is no library.')
    const server = startServer(folder, { pluginsIni: `linux ${path}\n` })
    expect(errors(server.printed)).toHaveLength(1)
    expect(errors(server.printed)[0]).toMatch(message)
    expect(server.run('meta list').at(-1)).toBe('1 plugins, 0 running')
    expectAlive(server)
  })

  test('what it registered before it refused is dead', () => {
    const server = startServer(folder, { pluginsIni: 'linux addons/bad/refuses-attach.so\n' })
    server.run('refuses_attach')
    server.frames(3)
    expect(server.printed.join('\n')).not.toMatch(/should be dead/)
  })
})

test('a malformed line of plugins.ini is named, and the other lines count', () => {
  folder.write('good.ts', pluginSource('Good', ''))
  const server = startServer(folder, { pluginsIni: 'ts good.ts\n\nlinx a.so\n' })
  expect(errors(server.printed)[0]).toMatch(
    /^\[META] ERROR: addons\/metamod\/plugins\.ini:3: 'linx' is neither 'linux' nor 'ts'/,
  )
  expect(server.run('meta list').at(-1)).toBe('1 plugins, 1 running')
})

describe('a mistake of a running plugin is one line with plugin, place and cure, and counts as nothing', () => {
  test('a hook that throws', () => {
    const server = serverWith("plugin.on.clientCommand(() => { throw new Error('boom') })")
    server.engine.clientCommand(1, 'say hello')
    server.frames(2)
    expect(errors(server.printed)[0]).toMatch(
      /plugin 'Trial': on\.clientCommand at .*trial\.ts:5:\d+: boom; correct the plugin/,
    )
    // The game DLL ran all the same.
    expect(server.printed.join('\n')).toMatch(/hello/)
    expectAlive(server)
  })

  test('a hook that returns a value of the wrong type', () => {
    const server = serverWith("plugin.on.clientConnect(() => supercede('yes'))")
    expect(errors(server.printed)[0]).toMatch(/plugin 'Trial': on\.clientConnect.*: .*boolean.*"yes"/)
    expect(server.engine.connect('Late')).toHaveProperty('slot')
    expectAlive(server)
  })

  test.each([
    [
      'a wrong type passed to the engine',
      'plugin.engine.serverPrint(5)',
      /serverPrint: .* must be .*string.*, got 5/,
    ],
    [
      'no finite numbers',
      'plugin.engine.traceLine([0, 0, NaN], [0, 0, 0], 0, null)',
      /traceLine: start must be .*Vec3/,
    ],
    ['an entity index out of range', 'plugin.entity(99999)', /entity: index must be .*0\.\.\d+, got 99999/],
    [
      'a stale entity',
      'const e = plugin.engine.createEntity(); plugin.engine.removeEntity(e); e.vars.health',
      /was freed since you got it/,
    ],
    [
      'a command name of 300 characters',
      "plugin.addCommand('x'.repeat(300), () => {})",
      /addCommand: name must be 1\.\.63 characters long/,
    ],
    [
      'a cvar name of 300 characters',
      "plugin.addCvar('x'.repeat(300), '')",
      /addCvar: name must be 1\.\.63 characters long/,
    ],
    ['a model name of 300 characters', "plugin.engine.modelIndex('x'.repeat(300))", null],
  ])('%s', (_, call, message) => {
    const server = serverWith(`plugin.addCommand('trial', () => { ${call} })`)
    const printed = errors(server.run('trial'))
    if (message !== null) expect(printed[0]).toMatch(/plugin 'Trial': command trial at .*trial\.ts:5:\d+: /)
    if (message !== null) expect(printed[0]).toMatch(message)
    expectAlive(server)
  })
})

test('a player with a name of 300 characters may come and go', () => {
  const server = serverWith(
    'plugin.onPost.clientPutInServer(({ player }) => plugin.util.logConsole(player.vars.netName))',
  )
  const answer = server.engine.connect('x'.repeat(300))
  server.frames(3)
  if ('slot' in answer) server.engine.disconnect(answer.slot)
  expectAlive(server)
})

test('a command called with 100 arguments gets as many as the engine takes, and the engine says so in one line', () => {
  const server = serverWith(
    "plugin.addCommand('trial', ({ args }) => plugin.util.logConsole(`args ${args.length}`))",
  )
  const lines = server.run(`trial ${Array.from({ length: 100 }, (_, index) => index).join(' ')}`)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/^args \d+$/)
  expectAlive(server)
})

test('meta answers 100 arguments one by one', () => {
  const server = startServer(folder)
  server.run(`meta pause ${Array.from({ length: 100 }, (_, index) => `p${index}`).join(' ')}`)
  expectAlive(server)
})

test('a plugins.ini of 1,000 lines from Windows, nearly all of them wrong, has the right ones loaded and the wrong ones named', () => {
  folder.write('addons/last.ts', pluginSource('Last', ''))
  const wrong = Array.from({ length: 998 }, (_, index) =>
    index % 2 === 0 ? `linux addons/none-${index}.so` : `linus addons/x.so`,
  )
  const lines = ['linux addons/observer/observer.so', ...wrong, 'ts addons/last.ts']
  const server = startServer(folder, { pluginsIni: `\uFEFF${lines.join('\r\n')}` })
  const told = errors(server.printed)
  expect(told).toHaveLength(998)
  expect(told.filter((line) => line.includes("plugins.ini:3: 'linus' is neither"))).toHaveLength(1)
  expect(told.filter((line) => line.includes("'none-996.so' not loaded: "))).toHaveLength(1)
  expect(server.run('meta list').at(-1)).toBe('501 plugins, 2 running')
  server.run('changelevel box2')
  expectAlive(server)
})
