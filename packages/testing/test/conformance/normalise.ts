/** Takes out of a line what differs from run to run, or because one server is made of files and the other is not. */
import { resolve } from 'node:path'

const workingFolder = resolve('.')

const replacements: readonly (readonly [RegExp, string])[] = [
  [/^L \d\d\/\d\d\/\d{4} - \d\d:\d\d:\d\d: /, 'L <time>: '],
  [/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<time>'],
]

/** @param folder - The game directory. */
export function normalise(line: string, folder: string): string {
  const placed = line.replaceAll(folder, '<game>').replaceAll(workingFolder, '<cwd>')
  return replacements.reduce((text, [pattern, by]) => text.replace(pattern, by), placed)
}
