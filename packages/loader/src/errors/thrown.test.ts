import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bundlePlugin } from '../script/bundle.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
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
  const { message, place, details: lines } = describeThrown(errorWithStack('boom', stack), file)
  expect(message).toBe('boom')
  expect(place).toBe(`${folder.path}/hello/lib/deep.ts:3:9`)
  expect(lines).toHaveLength(4)
})

test('only the first line of a message is taken, with the name of the error if it says more', () => {
  expect(describeThrown(new TypeError('a\nb'), 'x.ts').message).toBe('TypeError: a')
  expect(describeThrown(new Error('a\nb'), 'x.ts').message).toBe('a')
})

test('a plugin may throw what is no Error', () => {
  expect(describeThrown('oops', 'x.ts')).toEqual({ message: "threw 'oops'", place: null, details: [] })
  expect(describeThrown(undefined, 'x.ts').message).toBe('threw undefined')
})

test('an error with a broken stack does not break the message', () => {
  const error = new Error('boom')
  Object.defineProperty(error, 'stack', { value: 7 })
  expect(describeThrown(error, 'x.ts')).toEqual({ message: 'boom', place: null, details: [] })
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

test('the source around the place is shown where it is known, above the stack', () => {
  const file = folder.write('shown/index.ts', '')
  const error = errorWithStack('boom', `Error: boom\n    at attach (${file}:2:3)`)
  const sourceOf = (name: string): string | null => (name === file ? 'one\n  two()\nthree' : null)
  expect(describeThrown(error, file, sourceOf).details).toEqual([
    '  1 | one',
    '> 2 |   two()',
    '    |   ^',
    '  3 | three',
    `at attach (${file}:2:3)`,
  ])
})

test('a message that quotes a stack does not name its places', () => {
  const file = folder.write('quoted/index.ts', '')
  const message = `first\n    at quoted (${file}:1:1)`
  const error = errorWithStack(message, `Error: ${message}\n    at real (${file}:5:6)`)
  expect(describeThrown(error, file).place).toBe(`${file}:5:6`)
})

test('a circle of causes ends', () => {
  const inner: Error & { cause?: unknown } = new Error('inner')
  const outer = new Error('outer', { cause: inner })
  inner.cause = outer
  expect(describeThrown(outer, 'x.ts').details.filter((line) => line.startsWith('caused by'))).toEqual([
    'caused by: inner',
  ])
})

test('of a chain of a thousand causes few are told', () => {
  let error = new Error('0')
  for (let depth = 1; depth < 1000; depth += 1) error = new Error(String(depth), { cause: error })
  expect(describeThrown(error, 'x.ts').details.filter((line) => line.startsWith('caused by'))).toHaveLength(6)
})

const evil = (): never => {
  throw new Error('from a getter')
}

/** Errors as only a program makes them that means ill, or is broken. */
const strange = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true }),
  fc
    .record({ message: fc.anything(), name: fc.anything(), stack: fc.anything(), cause: fc.anything() })
    .map((own) => Object.assign(Object.defineProperties(new Error('x'), { stack: { writable: true } }), own)),
  fc.string({ unit: 'binary', maxLength: 5000 }).map((message) => new Error(message)),
  fc.array(fc.anything()).map((errors) => new AggregateError(errors, 'many')),
)

// Made when they are needed, because fast-check looks into what it is given.
const strangest: readonly (() => unknown)[] = [
  () => new Proxy(new Error('x'), { get: evil, getPrototypeOf: evil, has: evil }),
  () => new Proxy({}, { get: evil, getPrototypeOf: evil, has: evil, ownKeys: evil }),
  () =>
    Object.defineProperties(new Error('x'), {
      // First, because Node makes the stack from the others when it is touched.
      stack: { get: evil },
      message: { get: evil },
      name: { get: evil },
      cause: { get: evil },
    }),
  () => ({ [Symbol.for('nodejs.util.inspect.custom')]: evil, toString: evil }),
  () => Object.assign(new AggregateError([]), { errors: { length: 2 ** 32 } }),
  () => new Error('boom '.repeat(1e5)),
  () => Object.create(Error.prototype) as unknown,
]

test('whatever is thrown gives short lines without control characters, and no error of our own', () => {
  const check = (thrown: unknown): void => {
    const { message, details } = describeThrown(thrown, '/plugins/trial.ts', () => 'source')
    expect(message).not.toBe('')
    expect(details.length).toBeLessThan(60)
    for (const line of [message, ...details]) {
      expect(line.length).toBeLessThan(600)
      expect(line).not.toMatch(/[\u0000-\u001f\u007f]/)
    }
    expect(findThrower(thrown, [{ path: '/plugins/other.ts' }])).toBeNull()
  }
  for (const make of strangest) check(make())
  fc.assert(fc.property(strange, check), { numRuns: 300 })
})
