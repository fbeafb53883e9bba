/** The program as npm starts it. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, describe, expect, test } from 'vitest'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'create-metamod-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const program = fileURLToPath(new URL('main.ts', import.meta.url))
const tsx = fileURLToPath(new URL('../../../node_modules/tsx/dist/loader.mjs', import.meta.url))
const words = ['--import', tsx, program]

function create(args: readonly string[], { cwd = root, env = {} } = {}) {
  const options = {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    input: '',
    timeout: 100_000,
  } as const
  return spawnSync(process.execPath, [...words, ...args], options)
}

const files = [
  '.github/workflows/ci.yml',
  '.gitignore',
  '.vscode/launch.json',
  '.vscode/tasks.json',
  'README.md',
  'eslint.config.js',
  'package.json',
  'src/index.test.ts',
  'src/index.ts',
  'tsconfig.json',
]

describe('a project', () => {
  test('is written with all that it takes, and the next commands are told', () => {
    const { stdout, stderr, status } = create(['round-timer', '--yes', '--author', "Ada O'Neil"])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    for (const file of files) expect(existsSync(join(root, 'round-timer', file))).toBe(true)
    expect(stdout).toMatch(/10 files written/)
    expect(stdout).toMatch(/ {2}cd round-timer\n {2}npm install\n {2}npm run dev/)
    const source = readFileSync(join(root, 'round-timer/src/index.ts'), 'utf8')
    expect(source).toContain("name: 'Round Timer'")
    expect(source).toContain("author: 'Ada O\\'Neil'")
    expect(source).not.toMatch(/my.plugin/i)
  })

  test('may lie in a path with blanks, and in the folder one is in', () => {
    expect(create(['two words/my plügin', '--yes']).stdout).toContain('cd "two words/my plügin"')
    const cwd = join(root, 'two words/Here It Is')
    mkdirSync(cwd)
    const { stdout } = create(['.', '--yes'], { cwd })
    expect(stdout).not.toMatch(/ {2}cd /)
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toContain('"name": "here-it-is"')
  })

  test('needs no --yes when every question is answered', () => {
    const { status } = create(['--name', '@me/answered', '--author', 'A', '--description', 'D'])
    expect(status).toBe(0)
    expect(existsSync(join(root, 'answered/package.json'))).toBe(true)
  })

  test('speaks of the package manager that asked for it', () => {
    const env = { npm_config_user_agent: 'pnpm/9.0.0 npm/? node/v22.0.0 linux x64' }
    expect(create(['by-pnpm', '--yes'], { env }).stdout).toMatch(/ {2}pnpm install\n {2}pnpm run dev/)
  })
})

describe('what is there already', () => {
  test('is never touched without --force', () => {
    mkdirSync(join(root, 'full'))
    writeFileSync(join(root, 'full/README.md'), 'mine')
    const { stderr, status } = create(['full', '--yes'])
    expect(stderr).toMatch(/full: is not empty; name another folder, or write --force/)
    expect(status).toBe(1)
    expect(readdirSync(join(root, 'full'))).toEqual(['README.md'])
  })

  test('stays as it is with --force, and is named', () => {
    const { stdout } = create(['full', '--yes', '--force'])
    expect(stdout).toMatch(/Left as they were: README\.md/)
    expect(readFileSync(join(root, 'full/README.md'), 'utf8')).toBe('mine')
    expect(existsSync(join(root, 'full/src/index.ts'))).toBe(true)
  })

  test('is told what it lacks where it is a package.json', () => {
    mkdirSync(join(root, 'packaged/.git'), { recursive: true })
    writeFileSync(join(root, 'packaged/package.json'), '{ "type": "module", "scripts": { "test": "jest" } }')
    const { stdout } = create(['packaged', '--yes', '--force'])
    expect(stdout).toMatch(/Left as they were: package\.json\nAdd to package\.json:\n {2}"main"/)
    expect(stdout).toContain('"scripts": { "dev": "metamod-dev .", "build":')
    expect(stdout).not.toContain('"type"')
    expect(stdout).not.toContain('"test":')
  })

  test('may be a repository without files', () => {
    mkdirSync(join(root, 'fresh/.git'), { recursive: true })
    expect(create(['fresh', '--yes']).status).toBe(0)
  })

  test('may be a file, which is refused', () => {
    writeFileSync(join(root, 'a-file'), '')
    expect(create(['a-file', '--yes']).stderr).toMatch(/a-file: is a file; name a folder/)
    expect(create(['a-file/below', '--yes']).stderr).toMatch(
      /cannot be written: not a directory; .*Nothing was left behind/,
    )
  })
})

test('a name that npm does not allow is refused with the rule, and with one that it does', () => {
  const { stderr, status } = create(['x', '--yes', '--name', 'My Plugin'])
  expect(stderr).toBe(
    "create-metamod-plugin: --name: a package's name must not have blanks, got 'My Plugin'; 'my-plugin' would do\n",
  )
  expect(status).toBe(2)
  expect(existsSync(join(root, 'x'))).toBe(false)
})

test('an author that would not fit into a plugin is refused', () => {
  const { stderr, status } = create(['x', '--yes', '--author', 'Ada\nGrace'])
  expect(stderr).toMatch(/--author: must be one line of at most 200 characters/)
  expect(status).toBe(2)
})

test('without a terminal it says which answers are missing', () => {
  const { stderr, status } = create(['x', '--author', 'A'])
  expect(stderr).toMatch(
    /no terminal to ask at; write --yes to take what is usual, or give --name, --description/,
  )
  expect(status).toBe(2)
})

test('a folder that may not be written to is named, and nothing is left behind', () => {
  // For whoever may write everywhere, a file system that has no room for folders does the same.
  const isRoot = process.getuid?.() === 0
  const closed = isRoot ? '/proc' : join(root, 'closed')
  if (!isRoot) {
    mkdirSync(closed)
    chmodSync(closed, 0o555)
  }
  const { stderr, status } = create([join(closed, 'deep/project'), '--yes'])
  expect(stderr).toMatch(/cannot be written: .*; name a folder .*Nothing was left behind/)
  expect(status).toBe(1)
})

test('where packages cannot be fetched the project is whole, and what to do is told, to npm --silent too', () => {
  const env = {
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_fetch_retries: '0',
    npm_config_offline: 'false',
    npm_config_loglevel: 'silent',
  }
  const cache = join(root, 'empty-cache')
  const { stdout, status } = create(['offline', '--yes', '--install'], {
    env: { ...env, npm_config_cache: cache },
  })
  expect(stdout).toMatch(/npm install failed; the project itself is whole\. Check the network/)
  expect(stdout).toMatch(/ECONNREFUSED/)
  expect(stdout).toMatch(/ {2}cd offline\n {2}npm install/)
  expect(status).toBe(1)
  expect(existsSync(join(root, 'offline/src/index.ts'))).toBe(true)
})

describe.skipIf(spawnSync('script', ['--version']).status !== 0)('at a terminal', () => {
  /** Answers each question when it is asked; returns all that was shown, and the exit code. */
  function atTerminal(args: string, answers: readonly (readonly [question: string, keys: string])[]) {
    const line = ['stty cols 120 rows 40;', 'exec', process.execPath, ...words, args].join(' ')
    const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: root })
    const left = [...answers]
    let shown = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      shown += chunk
      const [question, keys] = left[0] ?? []
      if (question === undefined || keys === undefined || !shown.includes(question)) return
      left.shift()
      child.stdin.write(keys)
    })
    return new Promise<{ shown: string; code: number | null }>((resolve) =>
      child.once('close', (code) => resolve({ shown, code })),
    )
  }

  test('each question is asked once, and those that the command line answered are not', async () => {
    const { shown, code } = await atTerminal('asked --author Ada --no-install', [
      ['Name of the package?', 'Bad Name\r'],
      ["'bad-name' would do", '\u0015good-name\r'],
      ['What does it do', 'Nothing much.\r'],
    ])
    expect(code).toBe(0)
    expect(shown).not.toContain('Who writes it?')
    const packageJson = readFileSync(join(root, 'asked/package.json'), 'utf8')
    expect(JSON.parse(packageJson)).toMatchObject({
      name: 'good-name',
      author: 'Ada',
      description: 'Nothing much.',
    })
  })

  test('the folder that is proposed is called as the package', async () => {
    const { code } = await atTerminal('--name @me/proposed --author A --description D --no-install', [
      ['Which folder?', '\r'],
    ])
    expect(code).toBe(0)
    expect(existsSync(join(root, 'proposed/package.json'))).toBe(true)
  })

  test('Ctrl-C in a question leaves nothing behind', async () => {
    const { shown, code } = await atTerminal('left', [['Name of the package?', '\u0003']])
    expect(shown).toContain('nothing was written')
    expect(code).toBe(1)
    expect(existsSync(join(root, 'left'))).toBe(false)
  })

  test('a folder with something in it is asked about first', async () => {
    mkdirSync(join(root, 'busy'))
    writeFileSync(join(root, 'busy/notes.txt'), '')
    const { shown, code } = await atTerminal('busy', [['is not empty', '\r']])
    expect(shown).toContain('nothing was written')
    expect(code).toBe(1)
    expect(readdirSync(join(root, 'busy'))).toEqual(['notes.txt'])
  })
})
