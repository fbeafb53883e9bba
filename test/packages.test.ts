/** What npm would publish: complete, small, and described for those who find it there. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['sdk', 'loader', 'testing', 'create-metamod-plugin']
const licence = readFileSync(join(root, 'LICENSE'), 'utf8')

interface Package {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly license: string
  readonly engines: { readonly node: string }
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly dependencies?: Readonly<Record<string, string>>
}

const packageAt = (folder: string): Package =>
  JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as Package
const versions = new Map(folders.map(packageAt).map(({ name, version }) => [name, version]))

/** The files that npm puts into the package. */
function packed(folder: string): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error']
  const { stdout } = spawnSync('npm', args, { cwd: join(root, 'packages', folder), encoding: 'utf8' })
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }]
  return files.map(({ path }) => path)
}

describe.each(folders)('packages/%s', (folder) => {
  const described = packageAt(folder)

  test('says what it is, for whom, and under which licence', () => {
    expect(described.description.length).toBeGreaterThan(40)
    expect(described.keywords).toEqual(expect.arrayContaining(['metamod', 'goldsrc']))
    expect(described.engines.node).toMatch(/^>=(18\.20|20)$/)
    expect(described.license).toBe('MIT')
    expect(readFileSync(join(root, 'packages', folder, 'LICENSE'), 'utf8')).toBe(licence)
  })

  test('goes with the other packages of this repository', () => {
    expect(new Set(versions.values()).size).toBe(1)
    const ours = Object.entries(described.dependencies ?? {}).filter(([name]) => versions.has(name))
    expect(ours.filter(([name, version]) => versions.get(name) !== version)).toEqual([])
  })

  test('has all that it leads to once it is built, and nothing that is only for us', () => {
    const files = packed(folder)
    const targets = Object.values(described.exports ?? {}).flatMap(({ types, default: main }) => [
      types,
      main,
    ])
    const needed = [...targets, ...Object.values(described.bin ?? {})].map((path) => path?.replace('./', ''))
    expect(files).toEqual(expect.arrayContaining([...needed, 'README.md', 'LICENSE']))
    const ours = /(^|\/)(node_modules|test|testing)\/|\.test\.|tsup\.config|^src\//
    expect(files.filter((file) => ours.test(file) && !file.startsWith('template/'))).toEqual([])
  })
})

test('a bundler keeps the import that adds the matchers', () => {
  const { sideEffects, exports } = packageAt('testing') as Package & { sideEffects: readonly string[] }
  expect(sideEffects).toEqual([exports?.['./vitest']?.['source'], exports?.['./vitest']?.['default']])
})

test('the SDK brings the licence of what is built into its types', () => {
  const theirs = readFileSync(join(root, 'node_modules/typed-emitter/LICENSE'), 'utf8')
  expect(readFileSync(join(root, 'packages/sdk/LICENSE.typed-emitter'), 'utf8')).toBe(theirs)
  expect(packed('sdk')).toContain('LICENSE.typed-emitter')
})
