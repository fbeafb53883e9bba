/** The development server for a benchmark: quiet, with one client and the plugins that the question is about. */
import { fileURLToPath } from 'node:url'

import { DevServer } from '../packages/loader/src/cli/dev-server.js'
import { findNativeFiles } from '../packages/loader/src/cli/native-files.js'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const nativeFiles = findNativeFiles(at('.'))

export function benchServer(...plugins: string[]): DevServer {
  const server = new DevServer({
    files: nativeFiles,
    gameDirectory: at('game'),
    plugins: plugins.map((name) => at(`plugins/${name}.ts`)),
    map: 'box',
    maxPlayers: 8,
    bots: 1,
    tickRate: 100,
    print: (line) => {
      if (line.includes('ERROR')) process.stderr.write(`${line}\n`)
    },
  })
  for (let frame = 0; frame < 10; frame += 1) server.frame()
  return server
}

/** The middle one of an odd number of measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}
