import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'api/README.md',
  'packages/sdk/README.md',
  'packages/loader/README.md',
  'packages/testing/README.md',
  'packages/create-metamod-plugin/README.md',
  'native-bridge/fake-engine/README.md',
  ...markdownIn('docs/guide'),
  ...readdirSync(join(root, 'packages/examples')).map((name) => `packages/examples/${name}/README.md`),
]

/** The pages of a folder. */
function markdownIn(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'))
  return names.map((name) => `${folder}/${name}`)
}

/** The folders that a page's short file names count from; the last is an author's project. */
const starts = [
  '',
  'native-bridge',
  'packages',
  'packages/sdk/src',
  'packages/sdk/src/raw',
  'packages/create-metamod-plugin/template',
]

const isFile = (text: string): boolean => /^[\w./-]*\w\.(ts|mjs|cc|h|json|js)$/.test(text)

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const here = dirname(page)

  test('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link)
    const local = links.filter((link) => !link.includes('://'))
    expect(local.filter((link) => !existsSync(join(root, here, link)))).toEqual([])
  })

  test('names only source files that exist', () => {
    const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name).filter(isFile)
    const ours = named.filter((name) => name.includes('/'))
    const exists = (name: string): boolean =>
      [here, ...starts].some((start) => existsSync(join(root, start, name)))
    expect(ours.filter((name) => !exists(name))).toEqual([])
  })
})
