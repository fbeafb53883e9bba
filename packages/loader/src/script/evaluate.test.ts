import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import * as sdk from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { bundlePlugin } from './bundle.js'
import { bundleFileOf, evaluateBundle } from './evaluate.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { describeThrown } from '../errors/thrown.js'

const folder = temporaryFolder()

function evaluate(name: string, source: string): unknown {
  return evaluateBundle(bundlePlugin(folder.write(name, source)))
}

describe('evaluating a bundle', () => {
  test('returns the default export', () => {
    expect(evaluate('default.ts', 'const x: number = 7; export default x')).toBe(7)
  })

  test('returns module.exports of a plain CommonJS file', () => {
    expect(evaluate('plain.js', 'module.exports = { a: 1 }')).toEqual({ a: 1 })
  })

  test('gives the plugin the copy of the SDK that is connected to the server', () => {
    const source = "import { definePlugin } from '@csr/metamod-sdk'; export default definePlugin"
    expect(evaluate('sdk.ts', source)).toBe(sdk.definePlugin)
  })

  test('finds npm packages from the folder of the plugin', () => {
    folder.write('own/node_modules/left/package.json', '{"name": "left"}')
    folder.write('own/node_modules/left/index.js', 'module.exports = "mine"')
    expect(evaluate('own/index.ts', "import left from 'left'; export default left")).toBe('mine')
  })

  test('says how to import an ES module that Node does not load as it stands', () => {
    folder.write('modern/node_modules/esm/package.json', '{"name": "esm"}')
    // Newer versions of Node load ES modules, so this package refuses in the words of the older ones.
    const refusal = "throw Object.assign(new Error('require() of ES Module'), { code: 'ERR_REQUIRE_ESM' })"
    folder.write('modern/node_modules/esm/index.js', refusal)
    expect(() => evaluate('modern/index.ts', "import one from 'esm'; export default one")).toThrow(
      /index\.ts: imports 'esm', an ES module, .*; write 'await import\("esm"\)' inside a function, or run Node/,
    )
  })

  test('says what to write when there is no default export', () => {
    expect(() => evaluate('named.ts', 'export const plugin = 1')).toThrow(
      /named\.ts: has no default export; write 'export default definePlugin\({ … }\)'$/,
    )
    expect(() => evaluate('nothing.ts', '')).toThrow(/nothing\.ts: has no default export/)
  })

  test('an error names its place also after garbage was collected', async () => {
    const fail = evaluate('kept.ts', "\n\nexport default () => { throw new Error('late') }") as () => void
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    // What was made in a turn of the event loop is not collected within it.
    await new Promise(setImmediate)
    collectGarbage()
    await new Promise(setImmediate)
    let thrown: unknown
    try {
      fail()
    } catch (error) {
      thrown = error
    }
    expect(describeThrown(thrown, folder.path).place).toMatch(/kept\.ts:3:30$/)
  })

  test('an error names its place in the version that threw it, also after another was evaluated', () => {
    const first = evaluate('places.ts', "export default () => { throw new Error('first') }") as () => void
    const second = evaluate(
      'places.ts',
      "\n\n\nexport default () => { throw new Error('second') }",
    ) as () => void
    const places = [first, second].map((fail) => {
      try {
        fail()
      } catch (error) {
        return describeThrown(error, folder.path).place
      }
      return null
    })
    expect(places).toEqual([
      expect.stringMatching(/places\.ts:1:30$/),
      expect.stringMatching(/places\.ts:4:30$/),
    ])
  })

  test('versions that are gone leave their names to later ones, so that Node keeps few source maps', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const names = new Set<string | null>()
    for (let version = 0; version < 20; version += 1) {
      names.add(bundleFileOf(evaluate('names.ts', `export default { version: ${version} }`) as object))
      await new Promise(setImmediate)
      collectGarbage()
      await new Promise(setImmediate)
    }
    expect(names.size).toBeLessThan(5)
  })

  test('versions that are kept have a name each', () => {
    const versions = [1, 2, 3].map(
      (version) => evaluate('kept-names.ts', `export default { version: ${version} }`) as object,
    )
    expect(new Set(versions.map(bundleFileOf)).size).toBe(3)
    expect(versions.map(bundleFileOf)).not.toContain(null)
  })

  test('a second load runs the file as it is now', () => {
    expect(evaluate('twice.ts', 'export default 1')).toBe(1)
    expect(evaluate('twice.ts', 'export default 2')).toBe(2)
  })
})
