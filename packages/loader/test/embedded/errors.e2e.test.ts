import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'

const folder = temporaryFolder()
const top = "import { promises } from 'node:fs'; import { connect } from 'node:net'"

async function serverWith(
  trial: string,
  more: Readonly<Record<string, string>> = {},
): Promise<EmbeddedServer> {
  const source = pluginSource('Trial', `plugin.addCommand('trial', () => {\n${trial}\n})`, { top })
  return startEmbedded(folder, { plugins: { 'trial.ts': source, ...more } })
}

describeEmbedded('in a server, an error', () => {
  test('shows the TypeScript around it, also behind an await', async () => {
    const server = await serverWith(
      "  void (async () => {\n    await null\n    throw new Error('late')\n  })()",
    )
    await server.run('trial')
    await server.waitFor(/plugin 'Trial': a promise at .*trial\.ts:8:11: late/)
    await server.waitFor(/^\[META] {7}9 \| {3}\}\)\(\)$/)
    const first = server.lines.findIndex((line) => line.includes('ERROR'))
    expect(server.lines.slice(first + 1, first + 5)).toEqual([
      '[META]       7 |     await null',
      "[META]     > 8 |     throw new Error('late')",
      '[META]         |           ^',
      '[META]       9 |   })()',
    ])
  })

  test.each([
    ['of a file that is not there', "void promises.readFile('/nowhere')", /ENOENT/],
    ['of a refused connection', "connect(1, '127.0.0.1')", /ECONNREFUSED/],
    ['that is a text', "void Promise.reject('oops')", /threw 'oops'/],
  ])('%s is logged with its plugin, though no stack names that', async (_, trial, message) => {
    const idle = pluginSource('Idle', 'plugin.on.startFrame(() => undefined)')
    const server = await serverWith(trial, { 'idle.ts': idle })
    await server.run('trial')
    await server.waitFor(message)
    expect(server.errors()[0]).toMatch(/plugin 'Trial': a \w+: /)
  })

  test('of a recursion without end that makes promises does not end the process', async () => {
    const server = await serverWith(
      'const forever = async (): Promise<void> => { await forever() }; void forever()',
    )
    await server.run('trial')
    await server.waitFor(/plugin 'Trial': .*Maximum call stack size exceeded/)
    expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 1 running')
  })

  test('in every frame pauses the plugin in the end, and meta retry wakes it', async () => {
    const failing = pluginSource('Failing', "plugin.on.startFrame(() => { throw new Error('boom') })")
    const server = await startEmbedded(folder, { plugins: { 'failing.ts': failing } })
    await server.run('meta_error_limit 5')
    await server.waitFor(/plugin 'Failing' was paused: it failed more than 5 times within a second/)
    expect((await server.run('meta retry Failing')).at(-1)).toBe("Retry succeeded for plugin 'Failing'")
  })
})
