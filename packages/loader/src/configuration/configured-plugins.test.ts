import { expect, test } from 'vitest'

import { withoutRepeats, type BootRequest } from './configured-plugins.js'
import { Log } from '../log.js'

const at = (line: number, path: string, description: string | null = null): BootRequest => ({
  kind: path.endsWith('.so') ? 'native' : 'script',
  path,
  description,
  source: 'ini',
  place: `plugins.ini:${line}: ${path}`,
})

function kept(...requests: BootRequest[]): { lines: string[]; printed: string[] } {
  const printed: string[] = []
  const log = new Log((line) => printed.push(line))
  return { lines: withoutRepeats(requests, log).map(({ place }) => place), printed }
}

test('a path that is listed twice counts where it stands first', () => {
  const { lines, printed } = kept(at(1, '/a.ts'), at(2, '/b.ts'), at(3, '/a.ts', 'Again'))
  expect(lines).toEqual(['plugins.ini:1: /a.ts', 'plugins.ini:2: /b.ts'])
  expect(printed).toEqual([
    '[META] plugins.ini:3: /a.ts: is listed already by plugins.ini:1: /a.ts; the second line is skipped',
  ])
})

test('of several builds of a library the last one counts, at its own place', () => {
  const { lines, printed } = kept(
    at(1, '/x_i386.so'),
    at(2, '/y.so'),
    at(3, '/x_amd64.so'),
    at(4, '/b/x_amd64.so'),
  )
  expect(lines).toEqual(['plugins.ini:2: /y.so', 'plugins.ini:4: /b/x_amd64.so'])
  expect(printed).toEqual([
    '[META] plugins.ini:3: /x_amd64.so: takes the place of plugins.ini:1: /x_i386.so, which is the same plugin; if they are two plugins, give them file names and descriptions of their own',
    '[META] plugins.ini:4: /b/x_amd64.so: takes the place of plugins.ini:3: /x_amd64.so, which is the same plugin; if they are two plugins, give them file names and descriptions of their own',
  ])
})

test('a line counts again whose place another one took', () => {
  const { lines } = kept(at(1, '/a/x.so'), at(2, '/b/x.so'), at(3, '/a/x.so'))
  expect(lines).toEqual(['plugins.ini:3: /a/x.so'])
})

test('a thousand lines of different plugins are all kept, without a word', () => {
  const requests = Array.from({ length: 1000 }, (_, index) => at(index + 1, `/folder-${index}/index.ts`))
  const { lines, printed } = kept(...requests)
  expect(lines).toHaveLength(1000)
  expect(printed).toEqual([])
})
