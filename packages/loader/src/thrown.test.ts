import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'

import { expect, test } from 'vitest'

import { bundlePlugin } from './bundle.js'
import { temporaryFolder } from './testing/temporary-folder.js'
import { describeThrown, findThrower } from './thrown.js'

const folder = temporaryFolder()

function errorWithStack(message: string, stack: string): Error {
  const error = new Error(message)
  error.stack = stack
  return error
}

test('the place is the innermost call in the plugin, not in Node or in a package, and the stack ends at its outermost', () => {
  const file = folder.write('hello/index.ts', '')
  const stack = [
    'Error: boom',
    '    at Array.map (<anonymous>)',
    `    at helper (${folder.path}/hello/node_modules/x/index.js:1:2)`,
    `    at attach (${folder.path}/hello/lib/deep.ts:3:9)`,
    `    at Object.attach (${file}:10:1)`,
    '    at Loader.load (/usr/lib/metamod/loader.cjs:1:1)',
  ].join('\n')
  const { message, place, stack: lines } = describeThrown(errorWithStack('boom', stack), file)
  expect(message).toBe('boom')
  expect(place).toBe(`${folder.path}/hello/lib/deep.ts:3:9`)
  expect(lines).toHaveLength(4)
})

test('only the first line of a message is taken, with the name of the error if it says more', () => {
  expect(describeThrown(new TypeError('a\nb'), 'x.ts').message).toBe('TypeError: a')
  expect(describeThrown(new Error('a\nb'), 'x.ts').message).toBe('a')
})

test('a plugin may throw what is no Error', () => {
  expect(describeThrown('oops', 'x.ts')).toEqual({ message: "threw 'oops'", place: null, stack: [] })
  expect(describeThrown(undefined, 'x.ts').message).toBe('threw undefined')
})

test('an error with a broken stack does not break the message', () => {
  const error = new Error('boom')
  Object.defineProperty(error, 'stack', { value: 7 })
  expect(describeThrown(error, 'x.ts')).toEqual({ message: 'boom', place: null, stack: [] })
})

test('a stack of a bundled plugin names the line in the TypeScript source', () => {
  const source =
    'interface Unused {\n  a: number\n}\n\nexport default function attach(): void {\n  throw new Error("boom")\n}\n'
  const { entry, code } = bundlePlugin(folder.write('mapped/index.ts', source))
  const script = folder.write('mapped/index.ts.cjs', `${code}\n`)
  // A test runner has source maps of its own, so this one runs in a plain Node.
  const program = `try { require(${JSON.stringify(script)}).default() } catch (error) { console.log(error.stack) }`
  const stack = execFileSync(process.execPath, ['--enable-source-maps', '-e', program], { encoding: 'utf8' })
  expect(describeThrown(errorWithStack('boom', stack), entry).place).toBe(`${entry}:6:9`)
})

test('the plugin of an uncaught error is the one whose file the stack names, or whose folder', () => {
  const plugins = [
    { path: folder.write('many/a.ts', '') },
    { path: folder.write('many/b.ts', '') },
    { path: dirname(folder.write('package/package.json', '')) },
  ]
  const thrownAt = (file: string): Error => errorWithStack('boom', `Error: boom\n    at tick (${file}:1:2)`)
  expect(findThrower(thrownAt(`${folder.path}/many/b.ts`), plugins)).toBe(plugins[1])
  expect(findThrower(thrownAt(`${folder.path}/package/src/deep/c.ts`), plugins)).toBe(plugins[2])
  expect(findThrower(thrownAt(`${folder.path}/elsewhere.ts`), plugins)).toBeNull()
})
