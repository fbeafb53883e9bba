/** `metamod-dev` with a plugin's folder, as its author has it. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './test-server.js'

const folder = temporaryFolder()
const main = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url))
const attach = `    plugin.on.clientCommand(({ player }) => { plugin.engine.clientPrintf(player, 2, 'It is answered\\n') })`

function project(name: string): string {
  folder.write(`${name}/package.json`, `{ "name": "${name}", "main": "src/index.ts" }`)
  folder.write(`${name}/src/index.ts`, pluginSource('Hello', attach))
  return join(folder.path, name)
}

function dev(cwd: string, args: readonly string[], input = '') {
  return spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8', input, timeout: 100_000 })
}

test('a chat line typed as a player reaches the plugin, and what she is sent is printed', () => {
  const { stdout, stderr, status } = dev(project('chat'), [
    '.',
    '--frames',
    '20',
    '--exec',
    'as Ada say !hello',
  ])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^Ada sees: It is answered$/m)
  expect(status).toBe(0)
})

test('the first start makes a game directory in the project, and the next leaves it as it was edited', () => {
  const path = project('twice')
  dev(path, ['.', '--frames', '5'])
  expect(existsSync(join(path, '.metamod/addons/metamod/plugins.ini'))).toBe(true)
  folder.write('twice/.metamod/server.cfg', 'echo mine\n')
  expect(dev(path, ['.', '--frames', '5']).stdout).toMatch(/^mine$/m)
  expect(readFileSync(join(path, '.metamod/server.cfg'), 'utf8')).toBe('echo mine\n')
})

test('--console reads commands from standard input, welcomes, helps, watches, and ends with the input', () => {
  const { stdout, status } = dev(project('piped'), ['.', '--console'], 'help\nmeta_watch\n')
  expect(stdout).toMatch(/^Speak as a player: as Ada say !hello/m)
  expect(stdout).toMatch(/save src\/index\.ts and it is live/)
  expect(stdout).toMatch(/^as NAME COMMAND +a player types it/m)
  expect(stdout).not.toMatch(/Unknown command/)
  expect(status).toBe(0)
})

/** A server with its console open, and a promise for each text that it is to print. */
function running(path: string) {
  const server = spawn(process.execPath, [main, '.', '--console'], {
    cwd: path,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let printed = ''
  let look = (): void => undefined
  server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
    look()
  })
  const prints = (text: string): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (printed.includes(text)) resolve()
      }
      look()
    })
  return { server, prints, ended: new Promise((resolve) => server.once('close', resolve)) }
}

test('a plugin that was saved is live without a word at the console', async () => {
  const { server, prints, ended } = running(project('saved'))
  await prints('Grace has joined')
  folder.write('saved/src/index.ts', pluginSource('Hello', `    plugin.util.logConsole('the new one')`))
  await prints('the new one')
  server.stdin.end('quit\n')
  expect(await ended).toBe(0)
})

test('Ctrl-C ends the server as quit does', async () => {
  const { server, prints, ended } = running(project('stopped'))
  await prints('Grace has joined')
  server.kill('SIGINT')
  await prints('game: shut down')
  expect(await ended).toBe(0)
})

test.each([
  [
    'without a plugin',
    'empty',
    ['.'],
    /empty: a folder without a plugin in it; name the plugin's file as 'main'/,
  ],
  ['that is not there', 'empty', ['gone'], /gone: no such file or folder/],
])('a folder %s is refused with the cure', (_, name, args, message) => {
  folder.write(`${name}/readme.txt`, '')
  const { stderr, status } = dev(join(folder.path, name), [...args, '--frames', '5'])
  expect(stderr).toMatch(message)
  expect(status).toBe(2)
})

test('two servers play one project at the same time', () => {
  const path = project('both')
  const second = `require('node:child_process').spawnSync(process.execPath, [${JSON.stringify(main)}, '.', '--frames', '5'], { encoding: 'utf8' }).stdout`
  folder.write(
    'both/src/index.ts',
    pluginSource(
      'Hello',
      `    if (process.env['INNER'] === undefined) { process.env['INNER'] = '1'; plugin.util.logConsole(${second}) }`,
      {
        top: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`,
      },
    ),
  )
  expect(dev(path, ['.', '--frames', '5']).stdout.match(/1 of 1 plugins are running/g)).toHaveLength(2)
})

test('a port for the debugger that is taken is named, with another that may not be', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { stderr, status } = dev(project('taken'), ['.', '--frames', '5', `--inspect=${port}`])
  other.close()
  expect(stderr).toContain(`--inspect: port ${port} of 127.0.0.1 is taken`)
  expect(status).toBe(2)
})
