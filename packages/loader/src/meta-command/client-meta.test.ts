import { Buffer } from 'node:buffer'

import { beforeEach, expect, test } from 'vitest'

import { loaderVersion } from '../loader-version.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { answerClient } from './client-meta.js'
import { Admin } from './testing/admin.js'

const folder = temporaryFolder()
let admin: Admin
const client = (...words: string[]): string[] => answerClient(admin.plugins.all, words)

beforeEach(() => {
  admin = new Admin(folder)
})

test('a client is told the version', () => {
  expect(client('VERSION')).toEqual([`Metamod for TypeScript v${loaderVersion}, plugin interface 5:13`])
})

test('a client is told which plugins run, and no file', () => {
  admin.load('a.so', { author: 'Ada', url: 'https://a.example' })
  admin.load('b.so', { name: 'Quiet', logTag: 'Q', date: '', author: '', url: '' })
  admin.load('c.so', { name: 'Paused', logTag: 'P' })
  admin.meta('pause paused')
  expect(client('list')).toEqual([
    'Currently running plugins:',
    ' [  1] Healthy, v1.2, 2026-01-01, by Ada, https://a.example',
    ' [  2] Quiet, v1.2',
    '2 plugins',
  ])
})

test('other words are answered with what there is', () => {
  const usage = client()
  expect(usage[0]).toBe('usage: meta COMMAND')
  expect(client('unload', '1')).toEqual(["meta: 'unload' is no command", ...usage])
  expect(client('x'.repeat(2000))[0]?.length).toBeLessThan(60)
  expect(client('list', 'x')).toEqual(["meta list: write 'meta list' or 'meta list NUMBER'"])
})

test('a long list comes in pieces, none of which fills the client’s buffer', () => {
  for (let index = 1; index <= 60; index += 1)
    admin.load(`p${index}.so`, { name: `Plugin ${index}`, logTag: `P${index}`, author: 'é'.repeat(300) })
  const seen: string[] = []
  let lines = client('list')
  for (;;) {
    const text = lines.map((line) => `${line}\n`).join('')
    expect(Buffer.byteLength(text)).toBeLessThan(1700)
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(120)
    seen.push(...lines.slice(1, -1))
    const next = /'meta list (\d+)' shows more$/.exec(lines.at(-1) ?? '')?.[1]
    if (next === undefined) break
    lines = client('list', next)
  }
  expect(seen).toHaveLength(60)
  expect(seen.at(-1)).toMatch(/^ \[ 60] Plugin 60, /)
})

test('a list that begins behind its end is empty', () => {
  admin.load('a.so')
  expect(client('list', '50')).toEqual(['Currently running plugins:', '1 plugins'])
})
