/**
 * The way of a new author: packages as npm would publish them, a project made in an empty folder, its packages installed,
 * and each of its commands run. What the project's README has its reader type is typed here.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const repository = fileURLToPath(new URL('..', import.meta.url))
const folders = ['sdk', 'loader', 'testing', 'create-metamod-plugin']
const root = realpathSync(mkdtempSync(join(tmpdir(), 'metamod-create-')))
const project = join(root, 'round-timer')
afterAll(() => rmSync(root, { recursive: true, force: true }), 60_000)

function run(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, npm_config_loglevel: 'error', NODE_OPTIONS: '' }
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    input: '',
    timeout: 300_000,
  })
  return { status, output: stdout + stderr }
}

const npm = (...args: string[]) => run('npm', args, project)

/** Why this cannot be tried here; null if it can. */
function whyNot(): string | null {
  const missing = folders.find((name) => !existsSync(join(repository, 'packages', name, 'dist')))
  if (missing !== undefined) return `packages/${missing} is not built; 'npm run build' does that`
  const { status } = run('npm', ['view', 'vitest', 'version', '--fetch-retries=0'], repository)
  return status === 0 ? null : 'the npm registry does not answer, and vitest and eslint come from there'
}

/** @returns the tarball. */
function pack(name: string): string {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', root]
  const { status, output } = run('npm', args, join(repository, 'packages', name))
  if (status !== 0) throw new Error(`npm pack: ${output}`)
  return join(root, output.trim().split('\n').at(-1) ?? '')
}

/** Runs the packed program that `npm create` would fetch and run. */
function create(tarball: string): void {
  const unpacked = join(root, 'node_modules/create-metamod-plugin')
  mkdirSync(unpacked, { recursive: true })
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', unpacked], root)
  symlinkSync(join(repository, 'node_modules/@clack'), join(root, 'node_modules/@clack'))
  const { status, output } = run(
    process.execPath,
    [join(unpacked, 'dist/main.js'), basename(project), '--yes'],
    root,
  )
  if (status !== 0) throw new Error(output)
}

/** Has the project depend on the tarballs instead of on what is published. */
function useTarballs(tarballs: readonly string[]): void {
  const file = join(project, 'package.json')
  let text = readFileSync(file, 'utf8')
  for (const tarball of tarballs) {
    const name = /csr-(metamod-[a-z]+)-/.exec(basename(tarball))?.[1]
    if (name === undefined) continue
    expect(text).toMatch(new RegExp(`"@csr/${name}": "\\^[\\d.]+"`))
    text = text.replace(new RegExp(`("@csr/${name}": )"[^"]*"`), `$1"file:${tarball}"`)
  }
  writeFileSync(file, text)
}

function dev(commands: string): string {
  return npm('run', 'dev', '--', '--frames', '60', '--exec', commands).output
}

const reason = whyNot()
const title = 'a project made by npm create metamod-plugin'

describe.skipIf(reason !== null)(reason === null ? title : `${title} (skipped: ${reason})`, () => {
  beforeAll(() => {
    const tarballs = folders.map(pack)
    create(tarballs.at(-1) ?? '')
    useTarballs(tarballs)
    const { status, output } = npm('install', '--no-audit', '--no-fund', '--prefer-offline')
    if (status !== 0) throw new Error(output)
  }, 300_000)

  test('has no mistakes for eslint to find', () => {
    expect(npm('run', 'lint')).toMatchObject({ status: 0 })
  })

  test('passes its own test', () => {
    const { status, output } = npm('test')
    expect(output).toMatch(/1 passed/)
    expect(status).toBe(0)
  })

  test('is built into a zip for servers', () => {
    const { status, output } = npm('run', 'build')
    expect(output).toMatch(/^ts addons\/round-timer$/m)
    expect(status).toBe(0)
    expect(existsSync(join(project, 'dist/round-timer-0.1.0.zip'))).toBe(true)
  })

  test('a mistake in its types stops the build', () => {
    const file = join(project, 'src/mistake.ts')
    writeFileSync(file, `export const text: string = 1\n`)
    const { status, output } = npm('run', 'build')
    rmSync(file)
    expect(output).toMatch(/src\/mistake\.ts\(1,14\): error TS2322/)
    expect(status).not.toBe(0)
  })

  test('answers its chat command on the fake engine', () => {
    const printed = dev('as Ada say !hello; round_timer_times 2; as Grace say /hello')
    expect(printed).toMatch(/^Ada sees: Hello, Ada!$/m)
    expect(printed.match(/^Grace sees: Hello, Grace!$/gm)).toHaveLength(2)
  })

  test('answers the command that its README has the reader add', () => {
    const readme = readFileSync(join(project, 'README.md'), 'utf8')
    const [, added = ''] = /```ts\n(.*?)```/s.exec(readme) ?? []
    expect(added).toContain("addChatCommand('time'")
    const file = join(project, 'src/index.ts')
    const source = readFileSync(file, 'utf8')
    writeFileSync(file, source.replace(/\n\n( +plugin\.events)/, `\n${added}\n$1`))
    expect(dev('as Ada say !time')).toMatch(/^Ada sees: It is \d/m)
  })
})

test.skipIf(reason !== null)(
  'npm run create makes one with the packages of this repository',
  { timeout: 300_000 },
  () => {
    const other = join(root, 'other plugin')
    const script = join(repository, 'scripts/create.mjs')
    const { status, output } = run(process.execPath, [script, other, '--yes', '--name', 'other'], root)
    expect({ status, output }).toMatchObject({ status: 0 })
    const packages =
      readFileSync(join(other, 'package.json'), 'utf8').match(/file:packages\/[\w.-]+\.tgz/g) ?? []
    expect(packages).toHaveLength(3)
    for (const name of packages) expect(existsSync(join(other, name.replace('file:', '')))).toBe(true)
    expect(run(process.execPath, [script], root)).toMatchObject({ status: 2 })
  },
)
