/**
 * The packages as npm would publish them, unpacked into an empty folder the way `npm install` does. esbuild is linked to
 * the repository's, so nothing is fetched.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe } from 'vitest'

import type { TemporaryFolder } from '../../src/testing/temporary-folder.js'
import { serverArchitecture } from '../embedded/set-up.js'

export const repository = fileURLToPath(new URL('../../../../', import.meta.url))

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: 'i386', arm64: 'arm64' }

/** The architecture that the native tests run on, as `metamod-loader` calls it. */
export const architecture =
  architectures[process.env['METAMOD_NATIVE_OUT'] === undefined ? process.arch : serverArchitecture()] ?? ''

/** Why the packages cannot be tried here; null if they can. */
export const whyNotPacked: string | null = [
  join(repository, 'packages/loader/native', architecture, 'metamod.so'),
  join(repository, 'packages/loader/dist/cli/metamod-loader.cjs'),
].some((file) => !existsSync(file))
  ? `'npm run build -- ${architecture}' fills packages/loader/native`
  : null

/** Tests of built packages; where there are none, they are skipped and the title says why. */
export function describePacked(title: string, body: () => void): void {
  if (whyNotPacked === null) describe(title, body)
  else describe.skip(`${title} (skipped: ${whyNotPacked})`, body)
}

export interface ProgramRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs npx in a folder, without any network. */
export function npx(folder: string, ...words: string[]): ProgramRun {
  const env = { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'error' }
  return spawnSync('npx', words, { cwd: folder, env, encoding: 'utf8', input: '', timeout: 100_000 })
}

/** Packs both packages and unpacks them. @returns the files of the loader's package. */
export function installPacked(folder: TemporaryFolder): string[] {
  const scope = join(folder.path, 'node_modules/@csr')
  for (const name of ['sdk', 'loader']) unpack(pack(folder.path, name), join(scope, `metamod-${name}`))
  for (const name of ['esbuild', '@esbuild'])
    symlinkSync(join(repository, 'node_modules', name), join(folder.path, 'node_modules', name))
  const bin = join(folder.path, 'node_modules/.bin')
  mkdirSync(bin)
  symlinkSync('../@csr/metamod-loader/dist/cli/metamod-loader.cjs', join(bin, 'metamod-loader'))
  const loader = join(scope, 'metamod-loader')
  return readdirSync(loader, { recursive: true, encoding: 'utf8' }).sort()
}

function pack(destination: string, name: string): string {
  const words = ['pack', '--silent', '--ignore-scripts', '--pack-destination', destination]
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd: join(repository, 'packages', name),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`npm pack: ${stderr}`)
  return join(destination, stdout.trim())
}

function unpack(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder])
  if (status !== 0) throw new Error(`tar in ${dirname(folder)}: ${stderr.toString()}`)
}
