/** What the pages of this repository point to is there. */
import { readdirSync, existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const foreign = new Set(['node_modules', 'dist', 'build', 'reference', '.git', '.metamod'])

/** The files below a folder, as paths that count from the repository's. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return foreign.has(entry.name) && path !== 'packages/loader/src/reference' ? [] : filesBelow(path)
  })
}

const files = filesBelow('')
const names = new Set(files.map((file) => basename(file)))
// The page that comes with a new project is about that project.
const pages = files.filter((file) => file.endsWith('.md') && !file.includes('/template/'))

/** The folders that a page's short file names count from; the last is an author's project. */
const starts = [
  '',
  'native-bridge',
  'packages',
  'packages/sdk/src',
  'packages/sdk/src/raw',
  'packages/create-metamod-plugin/template',
]

/** Pages about the source: each file that they name is one of it. Others also name files of authors and servers. */
const isAboutSource = (page: string): boolean =>
  page === 'docs/architecture.md' || page.startsWith('api/') || page.startsWith('native-bridge/')

const isFile = (text: string): boolean => /^[\w./-]*\w\.(ts|mjs|cc|h|inc|json|js)$/.test(text)
const isFolder = (text: string): boolean => /^[\w-]+(\/[\w.-]+)+\/$/.test(text)

/** A page without its blocks of code. */
const prose = (page: string): string =>
  readFileSync(join(root, page), 'utf8').replaceAll(/^( *)```.*?^\1```$/gms, '')

/** How GitHub calls a heading in a link. */
function anchorsIn(page: string): string[] {
  const headings = [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\d\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const linksIn = (page: string): { file: string; anchor: string }[] =>
  [...prose(page).matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/g)]
    .map(([, file = '', anchor = '']) => ({ file, anchor }))
    .filter(({ file }) => !file.includes('://'))

test('the pages are found', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md', 'docs/guide/README.md']))
})

describe.each(pages)('%s', (page) => {
  const here = dirname(page)

  test('links only to files that exist', () => {
    const missing = linksIn(page).filter(({ file }) => !existsSync(join(root, here, file)))
    expect(missing).toEqual([])
  })

  test('links only to headings that exist', () => {
    const missing = linksIn(page).filter(({ file, anchor }) => {
      if (anchor === '') return false
      return !anchorsIn(file === '' ? page : join(here, file)).includes(anchor)
    })
    expect(missing).toEqual([])
  })

  test('names only paths that exist, also in its commands', () => {
    const text = readFileSync(join(root, page), 'utf8')
    const named = [
      ...text.matchAll(/(?<![\w./-])(?:api|bench|docs|native-bridge|packages|scripts|test)\/[\w./-]*\w/g),
    ]
    // These two are made by a build.
    const ours = named
      .map(([path]) => path)
      .filter((path) => !/^(docs\/reference|native-bridge\/build)/.test(path))
    expect(
      ours.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, here, path))),
    ).toEqual([])
  })

  test('names only source files that exist', () => {
    const quoted = [...prose(page).matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name)
    const named = quoted.filter((name) => isFile(name) || (isAboutSource(page) && isFolder(name)))
    const exists = (name: string): boolean => {
      if (!name.includes('/')) return names.has(name) || !isAboutSource(page)
      return [here, ...starts].some((start) => existsSync(join(root, start, name)))
    }
    expect(named.filter((name) => !exists(name))).toEqual([])
  })
})

/** The pages that one comes to from another by its links. */
function reachable(from: string): Set<string> {
  const found = new Set([from])
  for (const page of found) {
    const next = linksIn(page).map(({ file }) => join(dirname(page), file))
    for (const file of next) if (pages.includes(file)) found.add(file)
  }
  return found
}

test('each page of the guide and of the packages can be come to from the README', () => {
  const found = reachable('README.md')
  const wanted = pages.filter((page) => page.startsWith('docs/') || page.startsWith('packages/'))
  expect(wanted.filter((page) => !found.has(page))).toEqual([])
})
