// Puts the code into the pages of docs/guide: a page names a source file below packages/examples, and a region of it, in a
// comment, and has that code in the block below. `--check` only says which pages are out of date.
//
//   <!-- code: guide/src/hooks.ts#refuse -->
//   ```ts
//   ```
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pages = join(root, 'docs/guide')
const examples = join(root, 'packages/examples')
const block = /(<!-- code: (?<file>[\w./-]+?)(?:#(?<region>[\w-]+))? -->\n+```ts\n)(?:(?!```).*\n)*(```)/g

/** A page with the code as it is in the examples now. @throws Error for a file or region that is not there. */
export function fillPage(text: string, read = readExample): string {
  return text.replace(
    block,
    (_, opening: string, file: string, region: string | undefined, closing: string) => {
      const source = read(file)
      return `${opening}${region === undefined ? source : regionOf(source, region, file)}${closing}`
    },
  )
}

const readExample = (file: string): string => readFileSync(join(examples, file), 'utf8')

function regionOf(source: string, region: string, file: string): string {
  const lines = source.split('\n')
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`)
  const end = lines.findIndex((line) => line.trim() === `// #endregion ${region}`)
  if (start < 0 || end < start)
    throw new Error(`packages/examples/${file}: has no region ${region}; correct the page or the file`)
  const inside = lines.slice(start + 1, end).filter((line) => !/^\s*\/\/ #(end)?region /.test(line))
  const indents = inside.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  return inside.map((line) => `${line.slice(indent)}\n`).join('')
}

function main(isCheck: boolean): number {
  const stale = readdirSync(pages)
    .filter((name) => name.endsWith('.md'))
    .filter((name) => {
      const before = readFileSync(join(pages, name), 'utf8')
      const after = fillPage(before)
      if (!isCheck && after !== before) writeFileSync(join(pages, name), after)
      return after !== before
    })
  if (!isCheck || stale.length === 0) return 0
  console.error(`docs/guide: code is out of date in ${stale.join(', ')}; run 'npm run docs'`)
  return 1
}

if (import.meta.url === `file://${process.argv[1]}`) process.exitCode = main(process.argv.includes('--check'))
