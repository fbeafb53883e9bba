import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import { bundlePlugin, findEntry } from './bundle.js'
import { evaluateBundle } from './evaluate.js'
import { PluginLoadError } from '../plugins/load-error.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()

describe('the entry of a plugin', () => {
  test('a file is its own entry', () => {
    const file = folder.write('single.ts', '')
    expect(findEntry(file)).toBe(file)
  })

  test('a package folder starts with what package.json names as main', () => {
    folder.write('named/package.json', '{"main": "lib/start.ts"}')
    folder.write('named/src/index.ts', '')
    const entry = folder.write('named/lib/start.ts', '')
    expect(findEntry(join(folder.path, 'named'))).toBe(entry)
  })

  test('a package folder whose main is not built yet starts with src/index.ts', () => {
    folder.write('unbuilt/package.json', '{"main": "dist/index.cjs"}')
    const entry = folder.write('unbuilt/src/index.ts', '')
    expect(findEntry(join(folder.path, 'unbuilt'))).toBe(entry)
  })

  test('a folder without package.json may have its plugin in index.ts', () => {
    const entry = folder.write('plain/index.ts', '')
    expect(findEntry(join(folder.path, 'plain'))).toBe(entry)
  })

  test('a missing file is named, with a cure', () => {
    const file = join(folder.path, 'missing.ts')
    const message = `${file}: no such file or folder; correct the path or create the plugin there`
    expect(() => findEntry(file)).toThrow(new PluginLoadError('find', message))
  })

  test('a library is no script, and the cure is the other word in plugins.ini', () => {
    const file = folder.write('native.so', '')
    const message = `${file}: is a native library; write 'linux' before it in plugins.ini, not 'ts'`
    expect(() => findEntry(file)).toThrow(new PluginLoadError('find', message))
  })

  test('a folder without a plugin is named, with a cure', () => {
    folder.write('empty/readme.txt', '')
    expect(() => findEntry(join(folder.path, 'empty'))).toThrow(
      /a folder without a plugin in it; name the plugin's file/,
    )
  })

  test('a package.json that is not JSON is named', () => {
    folder.write('broken/package.json', '{')
    expect(() => findEntry(join(folder.path, 'broken'))).toThrow(/package.json: is not valid JSON/)
  })
})

describe('a bundle', () => {
  test('holds the files that the plugin imports by path, and leaves packages outside', () => {
    folder.write('parts/answer.ts', 'export const answer: number = 42')
    const entry = folder.write(
      'parts/index.ts',
      "import { answer } from './answer.js'\nimport { definePlugin } from '@csr/metamod-sdk'\nexport default [answer, definePlugin]",
    )
    const { code } = bundlePlugin(entry)
    expect(code).toContain('answer = 42')
    expect(code).toContain('require("@csr/metamod-sdk")')
  })

  test('knows where the plugin is by import.meta, as an ES module does', () => {
    const source =
      'export default [import.meta.url, import.meta.dirname, import.meta.filename].map((place) => String(place))'
    const entry = folder.write('meta/index.ts', source)
    const [url = '', directory, file = ''] = evaluateBundle(bundlePlugin(entry)) as string[]
    expect(dirname(fileURLToPath(url))).toBe(dirname(entry))
    expect(directory).toBe(dirname(entry))
    expect(dirname(file)).toBe(dirname(entry))
  })

  test('of a file that does not parse is refused with file, line, column and a piece of the source', () => {
    const file = folder.write('syntax.ts', 'const a = 1\nconst b = = 2\n')
    try {
      bundlePlugin(file)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof PluginLoadError)) throw error
      expect(error.stage).toBe('bundle')
      expect(error.message).toMatch(/syntax\.ts:2:11: Unexpected "="; correct the source$/)
      expect(error.details.join('\n')).toContain('const b = = 2')
    }
  })
})

test('a bundle names the files that went into it, and not the packages', () => {
  const entry = folder.write('parts/index.ts', "import './deep/part.js'; import 'node:fs'; import 'esbuild'")
  const part = folder.write('parts/deep/part.ts', 'export {}')
  expect([...bundlePlugin(entry).files].sort()).toEqual([part, entry].sort())
})
