/** The program that called us, npm or another, and what to type for it. */
import { spawnSync } from 'node:child_process'

const known = ['npm', 'pnpm', 'yarn', 'bun'] as const

export type PackageManager = (typeof known)[number]

/** @param agent - What package managers tell the programs that they start, such as `pnpm/9.0.0 npm/? node/v22`. */
export function packageManager(agent = process.env['npm_config_user_agent']): PackageManager {
  return known.find((name) => agent?.startsWith(`${name}/`)) ?? 'npm'
}

/** Installs a project's packages. @returns null, or why that failed: the last lines of what it said. */
export function installPackages(manager: PackageManager, folder: string): string | null {
  const { status, error, stderr } = spawnSync(manager, ['install'], {
    cwd: folder,
    // `npm create --silent` would have it fail without a word.
    env: { ...process.env, npm_config_loglevel: 'error' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    // On Windows they are scripts, which only a shell starts.
    shell: process.platform === 'win32',
  })
  if (error !== undefined) return `${manager}: ${error.message}`
  if (status === 0) return null
  const lines = stderr
    .split('\n')
    .filter((line) => /\berror?!?\b/i.test(line) && !line.includes('complete log'))
  return (lines.length > 0 ? lines : stderr.trim().split('\n')).slice(0, 4).join('\n')
}
