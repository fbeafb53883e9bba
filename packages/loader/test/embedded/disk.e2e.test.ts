import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'

const folder = temporaryFolder()
const top = "import { createWriteStream, writeFileSync } from 'node:fs'; import { join } from 'node:path'"

async function expectAlive(server: EmbeddedServer): Promise<void> {
  expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 1 running')
}

describeEmbedded('a full disk', () => {
  const writer = pluginSource(
    'Writer',
    `plugin.addCommand('write', () => writeFileSync('/dev/full', 'text'))
     plugin.addCommand('stream', () => { createWriteStream('/dev/full').end('text') })`,
    { top },
  )

  test('is an error of the plugin that writes, and nothing more', async () => {
    const server = await startEmbedded(folder, { plugins: { 'writer.ts': writer } })
    await server.run('write')
    expect(server.errors()[0]).toMatch(
      /plugin 'Writer': command write at .*writer\.ts:5:\d+: ENOSPC: no space left/,
    )
    await server.run('stream')
    await server.waitFor(
      /^\[META] ERROR: plugin 'Writer': a (file )?callback: ENOSPC: no space left on device, write; correct/,
    )
    await expectAlive(server)
  })

  test("under the server's own output loses the output, and nothing more", async () => {
    const file = join(folder.path, 'written.txt')
    const source = pluginSource('Mute', '', {
      top,
      detach: `console.log('lost'); writeFileSync(${JSON.stringify(file)}, 'detached')`,
    })
    const wrapper = ['/bin/sh', '-c', 'exec "$@" >/dev/full 2>/dev/full', 'sh']
    const server = await startEmbedded(folder, { plugins: { 'mute.ts': source }, wrapper, isMute: true })
    expect(await server.quit()).toEqual({ code: 0, signal: null })
    expect(readFileSync(file, 'utf8')).toBe('detached')
  })
})

/** What makes a folder read-only for a program: for the superuser, who may write to any, only a mount does. */
function readOnlyWrapper(path: string): readonly string[] | null {
  if (process.getuid?.() !== 0) return []
  const script = `mount --bind ${path} ${path} && mount -o remount,ro,bind ${path} && exec "$@"`
  const wrapper = ['unshare', '-m', '/bin/sh', '-c', script, 'sh']
  const [command = '', ...words] = wrapper
  return spawnSync(command, [...words, 'true']).status === 0 ? wrapper : null
}

describeEmbedded('a read-only game directory', () => {
  const game = temporaryFolder()
  const wrapper = readOnlyWrapper(game.path)
  const why = wrapper === null ? ' (skipped: this machine lets nobody mount)' : ''

  test.skipIf(wrapper === null)(
    `does not keep plugins from running, and one that writes there is told${why}`,
    async () => {
      const source = pluginSource(
        'Writer',
        "plugin.addCommand('write', () => writeFileSync(join(__dirname, 'x'), ''))",
        { top },
      )
      const isOwner = process.getuid?.() !== 0
      mkdirSync(join(game.path, 'addons'), { recursive: true })
      const server = await startEmbedded(game, {
        plugins: { 'writer.ts': source },
        ...(wrapper === null ? {} : { wrapper }),
      })
      if (isOwner) chmodSync(join(game.path, 'addons'), 0o555)
      await server.run('write')
      await server.run('meta reload writer')
      if (isOwner) chmodSync(join(game.path, 'addons'), 0o755)
      expect(server.errors()[0]).toMatch(/plugin 'Writer': command write at .*: (EROFS|EACCES): /)
      expect(existsSync(join(game.path, 'addons/x'))).toBe(false)
      await expectAlive(server)
    },
  )
})
