/**
 * `meta version` and `meta list` as a client may type them, where the administrator lets them. They tell what plugins say of
 * themselves and never where files lie, and change nothing.
 *
 * A client's reliable buffer holds less than 4,000 bytes, and the engine drops the client when it overflows: so an answer is
 * short, and a long list comes in pieces.
 */
import { Buffer } from 'node:buffer'

import { interfaceVersion } from '@csr/metamod-sdk'

import { loaderVersion } from '../loader-version.js'
import { oneLine } from '../one-line.js'
import type { Plugin } from '../plugins/plugin.js'

/** Bytes of an answer, of which the game may be sending some of its own at the same time. */
const answerSize = 1500
/** Bytes of a line: what the oldest clients show whole. */
const lineSize = 120

/** The lines to print to the client. */
export function answerClient(plugins: readonly Plugin[], [name = '', ...args]: readonly string[]): string[] {
  switch (name.toLowerCase()) {
    case 'version':
      return version
    case 'list':
      return list(plugins, args)
    default:
      return name === '' ? usage : [clientLine(`meta: '${oneLine(name, 32)}' is no command`), ...usage]
  }
}

const version = [`Metamod for TypeScript v${loaderVersion}, plugin interface ${interfaceVersion}`]

const usage = [
  'usage: meta COMMAND',
  '   version  - tells the version of Metamod',
  '   list     - lists the plugins that are running',
]

/** @param args - The number of the plugin to begin with, if not with the first. */
function list(plugins: readonly Plugin[], [first = '1']: readonly string[]): string[] {
  const running = plugins.filter((plugin) => plugin.isRunning)
  if (!/^\d{1,6}$/.test(first)) return ["meta list: write 'meta list' or 'meta list NUMBER'"]
  const start = Math.max(0, Number(first) - 1)
  const lines = ['Currently running plugins:']
  let size = 0
  for (const [index, plugin] of running.entries()) {
    if (index < start) continue
    const line = clientLine(` [${String(index + 1).padStart(3)}] ${describe(plugin)}`)
    size += Buffer.byteLength(line) + 1
    if (size > answerSize) return [...lines, `${running.length} plugins; 'meta list ${index + 1}' shows more`]
    lines.push(line)
  }
  return [...lines, `${running.length} plugins`]
}

function describe({ name, info }: Plugin): string {
  const words = [name, `v${info?.version ?? ''}`, info?.date, info?.author && `by ${info.author}`, info?.url]
  return words.filter((word) => word !== undefined && word !== '').join(', ')
}

/** Cuts a line at a whole letter. */
function clientLine(text: string): string {
  let line = oneLine(text, lineSize)
  while (Buffer.byteLength(line) > lineSize) line = `${Array.from(line).slice(0, -2).join('')}…`
  return line
}
