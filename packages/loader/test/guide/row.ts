/** What the rows of the guide are tried on. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'vitest'

import { start, type Game, type Started } from '../configured-server.js'
import { pluginSource } from '../test-server.js'

/** The first cell of a row, and what shows that the row is true. */
export type Row = readonly [cell: string, check: () => void]

export const configIni = 'addons/metamod/config.ini'
export const pluginsIni = 'addons/metamod/plugins.ini'

const greeter = pluginSource(
  'Greeter',
  "plugin.addCommand('greet', () => plugin.log('hello')); plugin.addCvar('greet_text', 'hi')",
)

export interface GuideServer extends Started {
  /** Reads and writes a file below the game directory. */
  read(file: string): string
  write(file: string, text: string): void
}

/** A server with a native plugin and a TypeScript one, and with files to load. */
export function serverWith(files: Game['files'] = {}, game: Omit<Game, 'files'> = {}): GuideServer {
  const server = start({
    ...game,
    files: {
      [pluginsIni]: 'linux addons/observer/observer.so\nts addons/greeter.ts\n',
      'addons/greeter.ts': greeter,
      'addons/other.ts': pluginSource('Other', ''),
      'addons/sticky.ts': pluginSource('Sticky', '').replace('attach', 'unloadable: 2, attach'),
      'addons/broken.ts': 'export default',
      ...files,
    },
  })
  return {
    ...server,
    read: (file) => readFileSync(join(server.path, file), 'utf8'),
    write: (file, text) => writeFileSync(join(server.path, file), text),
  }
}

/** Types lines at a server's console, and compares the last answer. */
export function typed(lines: readonly string[], expected: RegExp | string, server = serverWith()): void {
  const answers = lines.map((line) => server.run(line).join('\n'))
  if (typeof expected === 'string') expect(answers.at(-1)).toContain(expected)
  else expect(answers.at(-1)).toMatch(expected)
}

/** What a setting is, as `meta config` shows it. */
export function setting(server: Started, key: string): string {
  const line = server.run('meta config').find((text) => text.trim().startsWith(`${key} `))
  return (line ?? '').trim().replaceAll(/\s+/g, ' ')
}
