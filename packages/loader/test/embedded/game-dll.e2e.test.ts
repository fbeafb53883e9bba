import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { engineCommand, nativeOut, serverEnvironment, whyNot } from './set-up.js'

const folder = temporaryFolder()
const core = join(nativeOut, 'metamod.so')
const game = join(nativeOut, 'game/dlls/game.so')
const program = engineCommand.at(-1) ?? ''

interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  /** What was printed, the engine's log left out, which says the same again. */
  readonly lines: readonly string[]
  readonly mistakes: string
}

interface Setting {
  /** The name of the game's folder. */
  readonly name?: string
  readonly config?: string
  /** Where the real game DLL is put, below the folder. */
  readonly dlls?: readonly string[]
  readonly words?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a server for some frames, or until it gives up. */
function runServer({ name = 'game', config = '', dlls = [], words = [], environment = {} }: Setting): Ended {
  const directory = join(mkdtempSync(join(folder.path, 'server-')), name)
  mkdirSync(join(directory, 'addons/metamod'), { recursive: true })
  writeFileSync(join(directory, 'addons/metamod/config.ini'), config)
  writeFileSync(join(directory, 'addons/metamod/plugins.ini'), '')
  for (const dll of dlls) {
    mkdirSync(dirname(join(directory, dll)), { recursive: true })
    copyFileSync(game, join(directory, dll))
  }
  const [command = '', ...rest] = engineCommand
  const { status, signal, stdout, stderr } = spawnSync(
    command,
    [...rest, '--library', core, '--game', directory, '--frames', '10', '--exec', 'echo alive', ...words],
    { encoding: 'utf8', env: { ...process.env, ...serverEnvironment, ...environment }, timeout: 100_000 },
  )
  return {
    status,
    signal,
    lines: stdout.split('\n').filter((line) => !line.startsWith('L ')),
    mistakes: stderr,
  }
}

/** The server ended by itself and said why; it did not crash. */
function expectCleanEnd({ status, signal, mistakes }: Ended): void {
  expect(signal).toBeNull()
  expect(status).toBe(1)
  expect(mistakes).toMatch(/GetEntityAPI(?:2)? answered 0; the lines above may say why/)
}

const errors = ({ lines }: Ended): string[] => lines.filter((line) => line.includes('ERROR'))

const styles = [
  ['Xash3D', ['--style', 'xash']],
  ['HLDS', ['--style', 'hlds']],
  ['an engine that asks for the older table', ['--api', '1']],
] as const

const noNode = { METAMOD_LIBNODE: '/no/libnode.so' }

describe.skipIf(!existsSync(program))('without Node', () => {
  test.each(styles)(
    'on %s a game DLL that is not there ends the server with two lines that say why',
    (_, words) => {
      const ended = runServer({ config: 'gamedll dlls/none.so', words, environment: noNode })
      expectCleanEnd(ended)
      expect(errors(ended)).toEqual([
        expect.stringMatching(/ERROR: Node: .*no\/libnode\.so/),
        expect.stringMatching(
          /ERROR: game DLL .*\/dlls\/none\.so: The file .* cannot be read: .*; correct 'gamedll' in .*\/config\.ini$/,
        ),
      ])
    },
  )

  test('no game DLL at all ends the server with a list of what was tried', () => {
    const ended = runServer({ name: 'cstrike', environment: noNode })
    expectCleanEnd(ended)
    const { lines } = ended
    const first = lines.findIndex((line) => line.includes('no game DLL was found; add a line such as'))
    expect(lines[first + 1]).toMatch(/^\[META] {3}.*\/cstrike\/dlls\/cs.*\.so: no such file$/)
    expect(lines).toContainEqual(expect.stringMatching(/^\[META] {3}.*\/cstrike\/dlls: has no libraries$/))
  })

  test('a known game is found, and runs', () => {
    const { status, lines } = runServer({ name: 'cstrike', dlls: ['dlls/cs.so'], environment: noNode })
    expect(status).toBe(0)
    expect(lines).toContain('alive')
  })

  test('+localinfo is heard above config.ini', () => {
    const { status, lines } = runServer({
      config: 'gamedll dlls/none.so',
      dlls: ['my/game.so'],
      words: ['+localinfo', 'mm_gamedll', 'my/game.so'],
      environment: noNode,
    })
    expect(status).toBe(0)
    expect(lines).toContain('alive')
  })
})

const title = `with Node inside${whyNot === null ? '' : ` (skipped: ${whyNot})`}`

describe.skipIf(whyNot !== null)(title, () => {
  test.each(styles)(
    'on %s a game DLL that is not there ends the server with one line that says why',
    (_, words) => {
      const ended = runServer({ config: 'gamedll dlls/none.so', words })
      expectCleanEnd(ended)
      expect(errors(ended)).toEqual([
        expect.stringMatching(
          /^\[META] ERROR: game DLL .*\/dlls\/none\.so: The file .* cannot be read: .*; correct 'gamedll' in addons\/metamod\/config\.ini:1$/,
        ),
      ])
    },
  )

  test('no game DLL at all ends the server with a list of what was tried, once', () => {
    const ended = runServer({ name: 'cstrike', config: 'clientmeta yes' })
    expectCleanEnd(ended)
    expect(errors(ended)).toHaveLength(1)
    expect(ended.lines).toContainEqual(
      expect.stringMatching(/^\[META] {3}.*\/cstrike\/dlls: has no libraries$/),
    )
  })

  test('a known game is found, and runs', () => {
    const { status, lines } = runServer({ name: 'cstrike', dlls: ['dlls/cs.so'] })
    expect(lines).toContain('[META] game DLL dlls/cs.so, known for this game')
    expect(lines).toContain('alive')
    expect(status).toBe(0)
  })
})
