import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { describeEmbedded, EmbeddedServer } from '../embedded/embedded-server.js'
import { engineCommand, nativeOut, serverEnvironment } from '../embedded/set-up.js'
import { pluginSource } from '../plugin-source.js'
import { hosts, writeGame, type GuestGame } from './guest-server.js'

const folder = temporaryFolder()
const repositoryModules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** Starts a server process: engine, host, and in it ourselves with libnode. */
async function startProcess(
  path: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<EmbeddedServer> {
  const [command = '', ...words] = engineCommand
  const library = ['--library', join(nativeOut, 'fake_host.so'), '--game', path, '--tick', '0.005']
  const child = spawn(command, [...words, ...library], {
    env: { ...process.env, ...serverEnvironment, ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const server = new EmbeddedServer(child)
  await server.run('echo started')
  return server
}

/** Writes a game whose plugins find their packages and have a folder for notes; gives its path. */
function writeNotedGame(game: GuestGame): string {
  const path = writeGame(folder, game)
  symlinkSync(repositoryModules, join(path, 'node_modules'))
  mkdirSync(join(path, 'notes'))
  return path
}

const busy = pluginSource(
  'Busy',
  `const log = (text) => plugin.util.logConsole(\`> \${text}\`)
   let ticks = 0
   timer = setInterval(() => { ticks += 1; if (ticks === 3) log('ticking') }, 1)
   plugin.addCommand('readfile', async () => log((await readFile(join(__dirname, 'busy.ts'))).length > 100))
   plugin.onEngine.randomLong(() => override(77777))
   plugin.on.clientDisconnect(({ player }) => { log(\`leaves \${player.index}\`) })`,
  {
    top: `import { readFile } from 'node:fs/promises'; import { writeFileSync } from 'node:fs'; import { join } from 'node:path'; let timer`,
    detach: `clearInterval(timer); writeFileSync(join(__dirname, '../../notes/detached'), 'written at the end')`,
  },
)

for (const host of hosts) {
  describeEmbedded(`a server whose Metamod is ${host}, with libnode inside`, () => {
    test('lists each TypeScript plugin in its own list, and they live as anywhere', async () => {
      const server = await startProcess(writeNotedGame({ host, plugins: { 'busy.ts': busy } }))
      const rows = (await server.run('meta list')).filter((line) => /^ \[/.test(line))
      expect(rows[0]).toMatch(/^ \[ 1] Metamod for TypeScript .* RUN .* metamod_ts\.so .* ini +Start +Never$/)
      expect(rows[1]).toMatch(/^ \[ 2] Busy +RUN .* busy\.so +v1\.0 +pl1 +ANY +Pause$/)
      await server.waitFor(/^> ticking$/)
      await server.run('readfile')
      await server.waitFor(/^> true$/)
      expect(await server.run('game_roll')).toContain('game: rolled 77777')
      await server.run('bot Ada')
      await server.run('kick Ada')
      await server.waitFor(/^> leaves 1$/)
      expect(server.errors()).toEqual([])
    })

    test('reloads, pauses, unloads and loads them by its own commands', async () => {
      const server = await startProcess(writeNotedGame({ host, plugins: { 'busy.ts': busy } }))
      for (let round = 0; round < 3; round += 1) await server.run('meta reload Busy')
      await server.run('meta pause Busy')
      await server.run('meta unpause Busy')
      await server.run('echo a frame')
      expect(await server.run('game_roll')).toContain('game: rolled 77777')
      await server.run('meta unload Busy')
      expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 1 running')
      await server.run('meta load addons/metamod-ts/stubs/busy.so')
      await server.run('echo a frame')
      expect(await server.run('game_roll')).toContain('game: rolled 77777')
      expect(server.errors()).toEqual([])
    })

    test('ends them at quit by GameShutdown, and exits as it would without', async () => {
      const path = writeNotedGame({ host, plugins: { 'busy.ts': busy } })
      const server = await startProcess(path)
      await server.run('meta list')
      expect(await server.quit()).toEqual({ code: 0, signal: null })
      expect(readFileSync(join(path, 'notes/detached'), 'utf8')).toBe('written at the end')
    })

    test('refuses a stub above the line that lists us, and says to put ours above', async () => {
      const path = writeNotedGame({
        host,
        others: { 'busy.ts': busy },
        stubs: { 'metamod-ts/stubs/busy.so': 'busy.ts' },
        before: 'linux addons/metamod-ts/stubs/busy.so',
      })
      const server = await startProcess(path)
      await server.waitFor(/busy\.so.* above /)
      expect((await server.run('meta list')).at(-1)).toBe('2 plugins, 1 running')
    })

    test('goes on without TypeScript when the host forces us out', async () => {
      const path = writeNotedGame({ host, plugins: { 'busy.ts': busy } })
      const server = await startProcess(path)
      await server.run('meta force_unload MTS')
      expect(readFileSync(join(path, 'notes/detached'), 'utf8')).toBe('written at the end')
      await server.run('changelevel other')
      await server.run('bot Ada')
      expect(await server.run('game_roll')).toContainEqual(expect.stringMatching(/^game: rolled [1-6]$/))
      expect(await server.quit()).toEqual({ code: 0, signal: null })
    })

    test('goes on without TypeScript where there is no libnode, and says what to install', async () => {
      const path = writeNotedGame({ host, plugins: { 'busy.ts': busy } })
      const server = await startProcess(path, { METAMOD_LIBNODE: '/nowhere/libnode.so.108' })
      expect(server.lines.filter((line) => /libnode/.test(line))).not.toEqual([])
      expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 0 running')
      expect(await server.run('game_roll')).toContainEqual(expect.stringMatching(/^game: rolled [1-6]$/))
      expect(await server.quit()).toEqual({ code: 0, signal: null })
    })
  })
}
