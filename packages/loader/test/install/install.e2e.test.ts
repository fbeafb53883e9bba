import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { xashGame } from '../../src/testing/game-folder.js'
import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { architecture, describePacked, installPacked, npx, repository } from './packed-packages.js'

// npm compresses some megabytes for each architecture that was built for.
const packingMs = 60_000

const folder = temporaryFolder()
const newGame = () => xashGame(folder, architecture as 'amd64')

describePacked('the packed packages', () => {
  let packed: string[] = []
  beforeAll(() => {
    packed = installPacked(folder)
  }, packingMs)

  test('hold what was built, and no sources', () => {
    expect(packed).toContain(`native/${architecture}/metamod.so`)
    expect(packed).toContain(`native/${architecture}/metamod_node.node`)
    expect(packed).toContain('dist/server.cjs')
    expect(packed.filter((name) => name.startsWith('src') || name.startsWith('test'))).toEqual([])
  })

  test('install, tell what is wrong, and are gone without a trace, all without network', () => {
    const game = newGame()
    const before = game.snapshot()
    const install = npx(folder.path, '@csr/metamod-loader', 'install', game.path)
    expect(install).toMatchObject({ status: 0, stderr: '' })
    expect(install.stdout).toMatch(/^installed version /m)
    const modules = join(game.path, 'addons/metamod/node_modules')
    expect(readdirSync(modules).sort()).toEqual(['@csr', '@esbuild', 'esbuild'])

    game.write('addons/metamod/plugins.ini', 'ts addons/none.ts\n')
    const doctor = npx(folder.path, '@csr/metamod-loader', 'doctor', game.path)
    expect(doctor.status).toBe(1)
    expect(doctor.stdout).toMatch(/^ok +files: all \d+ of version .* are in place$/m)
    expect(doctor.stdout).toMatch(/^FAIL .*plugins\.ini:1: 'addons\/none\.ts': there is no such file/m)

    const uninstall = npx(folder.path, 'metamod-loader', 'uninstall', game.path, '--purge')
    expect(uninstall).toMatchObject({ status: 0, stderr: '' })
    expect(game.snapshot()).toEqual(before)
  })

  test('name the cure where the native libraries are missing', () => {
    const game = newGame()
    rmSync(join(folder.path, 'node_modules/@csr/metamod-loader/native'), { recursive: true })
    const { status, stderr } = npx(folder.path, '@csr/metamod-loader', 'install', game.path)
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /the native libraries for \w+ are not there; install @csr\/metamod-loader again, or from a package that was built for \w+/,
    )
  })
})

describePacked('in the repository', () => {
  test('npx installs what was built here', () => {
    const game = newGame()
    const { status, stdout } = npx(repository, '@csr/metamod-loader', 'install', game.path, '--dry-run')
    expect(stdout).toMatch(/^nothing was changed, because of --dry-run$/m)
    expect(status).toBe(0)
  })

  test('--version and --help are answered, and a mistake on the command line is exit code 2', () => {
    const { version } = JSON.parse(
      readFileSync(join(repository, 'packages/loader/package.json'), 'utf8'),
    ) as {
      version: string
    }
    expect(npx(repository, '@csr/metamod-loader', '--version').stdout).toBe(`${version}\n`)
    expect(npx(repository, '@csr/metamod-loader', '--help').stdout).toMatch(
      /^usage: metamod-loader install DIR/,
    )
    const { status, stderr } = npx(repository, '@csr/metamod-loader', 'instal', 'x')
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^metamod-loader: command must be install, uninstall, doctor or build, got 'instal'/,
    )
  })

  test('a directory that is no game is refused in one line', () => {
    const empty = mkdtempSync(join(folder.path, 'empty-'))
    const { status, stderr } = npx(repository, '@csr/metamod-loader', 'install', empty)
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/is not a game directory/)])
  })
})
