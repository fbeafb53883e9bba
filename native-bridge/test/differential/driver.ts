/** Runs cases in the core: the program differential_driver, which is given them as numbers. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { phases } from './cases.js'
import type { Action, Case, PluginCase, Program } from './cases.js'

const built = process.arch === 'arm64' ? 'arm64' : 'amd64'
const nativeOut =
  process.env['METAMOD_NATIVE_OUT'] ?? fileURLToPath(new URL(`../../build/${built}/out`, import.meta.url))

/** A function that takes part. */
export interface ListedFunction {
  readonly id: number
  readonly name: string
  readonly hasReal: boolean
  readonly hasResult: boolean
}

const ops = ['call', 'pause', 'resume', 'unload', 'load', 'hookOn', 'hookOff', 'frame'] as const

function actionWords(actions: readonly Action[]): number[] {
  const words = actions.flatMap((action) => {
    const slot = 'slot' in action ? action.slot : 0
    const fn = 'function' in action ? action.function : 0
    const phase = 'phase' in action ? phases.indexOf(action.phase) : 0
    return action.op === 'call' ? [0, fn, 0, 0] : [ops.indexOf(action.op), slot, fn, phase]
  })
  return [actions.length, ...words]
}

const programWords = ({ answer, value, actions }: Program): number[] => [
  answer,
  value,
  ...actionWords(actions),
]

const pluginWords = ({ isScript, startsLoaded, hooks }: PluginCase): number[] => [
  Number(isScript),
  Number(startsLoaded),
  hooks.length,
  ...hooks.flatMap((hook) => [
    hook.function,
    phases.indexOf(hook.phase),
    Number(hook.startsOn),
    ...programWords(hook),
  ]),
]

const caseWords = ({ functions, real, plugins, steps }: Case): number[] => [
  ...functions,
  ...real.flatMap(programWords),
  ...plugins.flatMap(pluginWords),
  ...actionWords(steps),
]

function driver(args: readonly string[], input: Int32Array): Buffer {
  const { status, signal, stdout, stderr } = spawnSync(join(nativeOut, 'differential_driver'), args, {
    input: new Uint8Array(input.buffer),
    maxBuffer: 1 << 30,
    // The program is a native one, also where Node runs with the sanitizers loaded into it.
    env: { ...process.env, LD_PRELOAD: '', ASAN_OPTIONS: '' },
  })
  if (status === 0) return stdout
  throw new Error(`differential_driver ended with ${status ?? signal ?? 'nothing'}: ${stderr.toString()}`)
}

/** The functions that a case may choose from. */
export const listedFunctions = JSON.parse(
  driver(['--list'], new Int32Array()).toString(),
) as readonly ListedFunction[]

/** The cases as the driver reads them. */
export function inputOf(cases: readonly Case[]): Int32Array {
  const words = [cases.length]
  for (const each of cases) {
    const own = caseWords(each)
    words.push(own.length)
    for (const word of own) words.push(word)
  }
  return Int32Array.from(words)
}

/** What was seen in each case, as the numbers that cases.h notes. */
export function runInCore(cases: readonly Case[]): Int32Array[] {
  const out = driver([], inputOf(cases))
  const seen = new Int32Array(out.buffer.slice(out.byteOffset, out.byteOffset + out.byteLength))
  const traces: Int32Array[] = []
  for (let at = 0; at < seen.length; at += 1 + (seen[at] ?? 0))
    traces.push(seen.subarray(at + 1, at + 1 + (seen[at] ?? 0)))
  return traces
}
