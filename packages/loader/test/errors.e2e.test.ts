import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()

function errors(lines: readonly string[]): string[] {
  return lines.filter((line) => line.includes('ERROR'))
}

/** Starts a server with one plugin of the given `attach`, and a player. */
function serverWith(attach: string, top = ''): TestServer {
  const plugin = folder.write('trial.ts', pluginSource('Trial', attach, { top }))
  const server = startServer(folder, { plugins: [plugin], bots: 1 })
  server.frames(3)
  return server
}

describe('an error shows the line of TypeScript that threw, as it was loaded', () => {
  const attach = "plugin.addCommand('trial', () => {\n\tconst nothing = null as any\n\tnothing.length\n})"

  /** The lines below the error. */
  const frame = [
    '[META]       6 |     const nothing = null as any',
    '[META]     > 7 |     nothing.length',
    '[META]         |             ^',
    '[META]       8 | })',
  ]

  test('with the lines before and after it, and a mark below the column', () => {
    const lines = serverWith(attach).run('trial')
    const first = lines.findIndex((line) => line.includes('ERROR'))
    expect(lines[first]).toMatch(/plugin 'Trial': command trial at .*trial\.ts:7:10: TypeError: /)
    expect(lines.slice(first + 1, first + 5)).toEqual(frame)
    expect(lines[first + 5]).toMatch(/^\[META] {5}at .*trial\.ts:7:10\)?$/)
  })

  test.each([
    ['was changed', () => folder.write('trial.ts', '// Nothing of it is left.\n')],
    ['is gone', () => rmSync(join(folder.path, 'trial.ts'))],
  ])('also when the file %s since then', (_, change) => {
    const server = serverWith(attach)
    change()
    expect(server.run('trial')).toEqual(expect.arrayContaining(frame))
  })

  test('in attach, and at the top level of a file', () => {
    for (const [name, source, mark] of [
      ['in-attach', pluginSource('In attach', "throw new Error('boom')"), "> 5 | throw new Error('boom')"],
      ['on-top', "const one = 1\nthrow new Error('boom')", "> 2 | throw new Error('boom')"],
      ['unparsable', 'const one = 1\nexport default {{', '> 2 | export default {{'],
    ] as const) {
      const server = startServer(folder, { plugins: [folder.write(`${name}.ts`, source)] })
      expect(errors(server.printed)).toHaveLength(1)
      expect(server.printed).toContain(`[META]     ${mark}`)
      server.stop()
    }
  })

  test('of the version that runs, where a newer one could not be loaded', () => {
    const server = serverWith(attach)
    folder.write('trial.ts', `\n\n\n\n\n\n\n\nthrow new Error("newer")\n`)
    server.run('meta reload Trial')
    expect(server.run('trial')).toEqual(expect.arrayContaining(frame))
  })
})

test('what led to an error is told below it, a line each', () => {
  const server = serverWith(
    `plugin.addCommand('trial', () => {
       const parts = [new TypeError('first part'), 'second part']
       throw new Error('outer', { cause: new AggregateError(parts, 'inner') })
     })`,
  )
  const causes = server.run('trial').filter((line) => line.includes('caused by'))
  expect(causes).toEqual([
    expect.stringMatching(/^\[META] {5}caused by: AggregateError: inner \(at .*trial\.ts:7:\d+\)$/),
    expect.stringMatching(/caused by: TypeError: first part \(at .*trial\.ts:6:\d+\)$/),
    expect.stringMatching(/caused by: threw 'second part'$/),
  ])
})

describe('a plugin that fails more than meta_error_limit times within a second', () => {
  const everyFrame = "plugin.on.startFrame(() => { throw new Error('boom') })"

  test('is paused, and the log says why and what wakes it', () => {
    const server = serverWith(everyFrame)
    server.run('meta_error_limit 5')
    server.frames(20)
    const told = errors(server.printed).at(-1)
    expect(told).toMatch(
      /plugin 'Trial' was paused: it failed more than 5 times within a second, last in on\.startFrame; 'meta retry 1' wakes it/,
    )
    const before = server.printed.length
    server.frames(20)
    expect(server.printed).toHaveLength(before)
    expect(server.run('meta list')[2]).toMatch(/Trial +STOP/)
    expect(server.run('meta info Trial')).toEqual(
      expect.arrayContaining([
        '       status: paused by Metamod',
        '      problem: it failed more than 5 times within a second, last in on.startFrame',
      ]),
    )
  })

  test.each(['retry', 'unpause'])('goes on after meta %s, and may fail as often again', (command) => {
    const server = serverWith(
      `let count = 0; plugin.on.startFrame(() => { count += 1; throw new Error('boom') })
       plugin.addCommand('count', () => plugin.util.logConsole(\`count \${count}\`))`,
    )
    server.run('meta_error_limit 5')
    server.frames(20)
    const [count] = server.run('count')
    server.run(`meta ${command} Trial`)
    expect(server.run('meta list')[2]).toMatch(/Trial +RUN/)
    server.frames(20)
    const [later] = server.run('count')
    const numberIn = (line = ''): number => Number(line.replace('count ', ''))
    expect(numberIn(later) - numberIn(count)).toBe(6)
    expect(server.run('meta list')[2]).toMatch(/Trial +STOP/)
  })

  test('is left alone where the limit is 0', () => {
    const server = serverWith(everyFrame)
    server.run('meta_error_limit 0')
    server.frames(300)
    expect(server.run('meta list')[2]).toMatch(/Trial +RUN/)
    expect(errors(server.printed).at(-1)).toMatch(/thrown 100 times by now/)
  })

  test('while an administrator has it paused stays as it is, and wakes with a clean slate', () => {
    const attach = "plugin.addCommand('trial', () => { throw new Error('boom') })"
    const source = pluginSource('Trial', attach).replace('attach(', 'unloadable: 4,\n  attach(')
    const server = startServer(folder, { plugins: [folder.write('paused.ts', source)] })
    server.run('meta_error_limit 3')
    server.run('meta pause Trial')
    for (let time = 0; time < 10; time += 1) server.run('trial')
    expect(server.run('meta list')[2]).toMatch(/Trial +PAUS/)
    server.run('meta unpause Trial')
    for (let time = 0; time < 3; time += 1) server.run('trial')
    expect(server.run('meta list')[2]).toMatch(/Trial +RUN/)
    server.run('trial')
    expect(server.run('meta list')[2]).toMatch(/Trial +STOP/)
  })

  test('stays paused when the map changes, while others go on', () => {
    const good = folder.write('good.ts', pluginSource('Good', ''))
    const bad = folder.write('bad.ts', pluginSource('Bad', everyFrame))
    const server = startServer(folder, { plugins: [bad, good] })
    server.frames(200)
    expect(server.run('meta list').slice(2, 4)).toEqual([
      expect.stringMatching(/Bad +STOP/),
      expect.stringMatching(/Good +RUN/),
    ])
    server.run('changelevel box2')
    server.frames(3)
    expect(server.run('meta list')[2]).toMatch(/Bad +STOP/)
  })
})
