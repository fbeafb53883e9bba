/** Files of the game directory, and the tables that only a real engine has. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Engine } from '../engine.js'
import type { Cell, EnginePointer } from '../pointers.js'
import { unavailable } from '../unavailable.js'

const tutorMessages = 256
const noDelta = 'there are no delta encoders'

/** Reads a file below the game directory; null if there is none. */
export function readGameFile({ gameDirectory }: Engine, path: string): Uint8Array | null {
  const file = placeOf(gameDirectory, path)
  if (file === null || sizeOf(file) < 0) return null
  return new Uint8Array(readFileSync(file))
}

function placeOf(gameDirectory: string | null, path: string): string | null {
  const isOutside =
    path === '' || path.startsWith('/') || path.includes('\\') || path.split('/').includes('..')
  return gameDirectory === null || isOutside ? null : join(gameDirectory, ...path.split('/'))
}

function sizeOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true ? stat.size : -1
}

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function fileFunctions(engine: Engine) {
  const shown = new Int32Array(tutorMessages)
  const modified = (path: string): number | null => {
    const file = placeOf(engine.gameDirectory, path)
    return file === null ? null : (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null)
  }
  return {
    compareFileTime(first: string, second: string, order: Cell<number>): boolean {
      const [a, b] = [modified(first), modified(second)]
      order.value = a === null || b === null ? 0 : Math.sign(a - b)
      return a !== null && b !== null
    },
    getGameDir(directory: Cell<string>): void {
      directory.value = engine.gameDirectory ?? ''
    },
    getFileSize(path: string): number {
      const file = placeOf(engine.gameDirectory, path)
      return file === null ? -1 : sizeOf(file)
    },
    // Play time in milliseconds, from the header of a RIFF file.
    getApproxWavePlayLen(path: string): number {
      const bytes = readGameFile(engine, path)
      if (bytes === null || bytes.length < 44) return 0
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      const bytesPerSecond = view.getUint32(28, true)
      if (view.getUint32(0) !== 0x52494646 || bytesPerSecond === 0) return 0
      return Math.trunc(((bytes.length - 44) * 1000) / bytesPerSecond)
    },
    deltaSetField: (): void => unavailable('deltaSetField', noDelta),
    deltaUnsetField: (): void => unavailable('deltaUnsetField', noDelta),
    deltaFindField: (): number => unavailable('deltaFindField', noDelta),
    deltaSetFieldByIndex: (): void => unavailable('deltaSetFieldByIndex', noDelta),
    deltaUnsetFieldByIndex: (): void => unavailable('deltaUnsetFieldByIndex', noDelta),
    deltaAddEncoder: (_name: string, _encoder: EnginePointer | null): void => undefined,
    isCareerMatch: (): boolean => false,
    // No file of localized texts is loaded, so a label stands for itself, as on a server whose language lacks it.
    getLocalizedStringLength: (label: string): number => Buffer.byteLength(label),
    // No .seq file is loaded: entries and sentences are looked up in vain.
    sequenceGet: (_file: string, _entry: string): EnginePointer | null => null,
    sequencePickSentence(_group: string, _method: number, picked: Cell<number> | null): EnginePointer | null {
      if (picked !== null) picked.value = 0
      return null
    },
    registerTutorMessageShown(message: number): void {
      if (message >= 0 && message < tutorMessages) shown[message] = (shown[message] ?? 0) + 1
    },
    getTimesTutorMessageShown: (message: number): number => shown[message] ?? -1,
    processTutorMessageDecayBuffer(buffer: Int32Array, count: number): void {
      for (let index = 0; index < Math.min(count, tutorMessages); index += 1)
        shown[index] = Math.max(0, (shown[index] ?? 0) - (buffer[index] ?? 0))
    },
    constructTutorMessageDecayBuffer(buffer: Int32Array, count: number): void {
      for (let index = 0; index < Math.min(count, tutorMessages); index += 1)
        buffer[index] = shown[index] ?? 0
    },
    resetTutorMessageDecayData(): void {
      shown.fill(0)
    },
  }
}
