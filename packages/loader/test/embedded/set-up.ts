/** What the tests of the embedded path run: the build and the Node library that the environment names. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { findUpwards } from '../../src/cli/native-files.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = { x64: 'amd64', ia32: 'i386', arm64: 'arm64' }[process.arch as string] ?? process.arch

/** Where the native parts lie that the server is made of; they may be for another processor than ours. */
export const nativeOut =
  process.env['METAMOD_NATIVE_OUT'] ?? findUpwards(here, `native-bridge/build/${built}/out`) ?? ''

const emulator = (process.env['METAMOD_EMULATOR'] ?? '').split(' ').filter((word) => word !== '')

/** Whether the server's processor is another one than this machine's. */
export const isEmulated = emulator.length > 0

/** The engine's program, behind the emulator for its processor if it needs one. */
export const engineCommand: readonly string[] = [...emulator, join(nativeOut, 'fake_engine')]

export const serverEnvironment: Readonly<Record<string, string>> = {
  METAMOD_LOADER: process.env['METAMOD_LOADER'] ?? join(dirname(here), '../dist/server.cjs'),
  METAMOD_LIBNODE: process.env['METAMOD_LIBNODE'] ?? '',
  LD_LIBRARY_PATH: process.env['METAMOD_LIBRARY_PATH'] ?? process.env['LD_LIBRARY_PATH'] ?? '',
}

/** Why there can be no such server here; null if there can. */
export const whyNot: string | null = findReason()

function findReason(): string | null {
  if (serverEnvironment['METAMOD_LIBNODE'] === '')
    return 'METAMOD_LIBNODE names no Node library; npm test fetches one and sets it'
  const missing = [...engineCommand.slice(-1), join(nativeOut, 'metamod.so')].find(
    (file) => !existsSync(file),
  )
  return missing === undefined ? null : `${missing} is not built`
}

// ELF's numbers for processors, and what npm calls them.
const machines: Readonly<Record<number, string>> = { 3: 'ia32', 62: 'x64', 183: 'arm64' }

/** The processor that the server is built for, as npm calls it. */
export function serverArchitecture(): string {
  const machineOffset = 18
  return machines[readFileSync(join(nativeOut, 'metamod.so')).readUInt16LE(machineOffset)] ?? 'unknown'
}
