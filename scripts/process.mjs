// Starting other programs, for the scripts of this folder. Only Node's own modules: these run before `npm ci`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program with its output on ours; returns its exit code (127 when there is no such program). */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) return 127
  return result.status ?? 1
}

/** Runs a program and returns what it printed (both streams), with its exit code. */
export function capture(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (result.error) return { code: 127, output: result.error.message }
  return { code: result.status ?? 1, output: result.stdout + result.stderr }
}

/** Runs a program quietly and shows its output only if it failed. */
export function quietly(command, args, options = {}) {
  const { code, output } = capture(command, args, options)
  if (code !== 0) process.stderr.write(output)
  return code
}

export function has(command) {
  return capture(command, ['--version']).code === 0
}
