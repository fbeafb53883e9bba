/**
 * esbuild, set up for a server: loaded when the first plugin is bundled, run in a process of its own for each bundle (or
 * for all of them while plugins are watched), and found also where a 32-bit server stands on a 64-bit system.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

import type * as esbuildModule from 'esbuild'

const requireHere = createRequire(import.meta.url)

type Esbuild = Pick<
  typeof esbuildModule,
  'build' | 'buildSync' | 'formatMessagesSync' | 'stop' | 'transformSync'
>

let loaded: Esbuild | null = null

export function esbuild(): Esbuild {
  loaded ??= withEnvironment(esbuildSettings(), () => requireHere('esbuild') as Esbuild)
  return loaded
}

/** Ends the process that bundles in the background, which the next such bundle starts anew. It holds up to 20 MiB. */
export async function stopBackground(): Promise<void> {
  await loaded?.stop()
}

/** What esbuild reads from the environment while it is loaded. */
export function esbuildSettings(
  findProgram: (architecture: string) => string | null = programFor,
  architecture: string = process.arch,
): Record<string, string> {
  // Else it keeps a worker thread and a process for later, 10 MiB that a server would carry from the first plugin on.
  const settings = { ESBUILD_WORKER_THREADS: '0' }
  if (process.env['ESBUILD_BINARY_PATH'] !== undefined || findProgram(architecture) !== null) return settings
  // npm installs the program of its own architecture, which a 64-bit system also runs for a 32-bit server.
  const others = ['x64', 'arm64', 'ia32'].map(findProgram)
  const program = others.find((path) => path !== null) ?? null
  return program === null ? settings : { ...settings, ESBUILD_BINARY_PATH: program }
}

function programFor(architecture: string): string | null {
  try {
    // Looked up from esbuild itself: a package manager may have put it beside esbuild and out of our sight.
    const path = createRequire(requireHere.resolve('esbuild')).resolve(
      `@esbuild/linux-${architecture}/bin/esbuild`,
    )
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Calls with more in the environment, of which the programs that plugins start see nothing. */
function withEnvironment<Result>(settings: Record<string, string>, call: () => Result): Result {
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, settings)
  try {
    return call()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}
