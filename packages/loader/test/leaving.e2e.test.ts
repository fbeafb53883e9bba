import { beforeEach, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './plugin-source.js'
import { nativePlugin, startStyled, type StyledServer } from './styled-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

const crates = nativePlugin('crates')

/** A plugin that tells the console when it goes. */
function parting(name: string, attach = '', more = ''): string {
  const source = pluginSource(
    name,
    `globalThis.__tell${name} = (text) => plugin.util.logConsole(text); ${attach}`,
    {
      detach: `globalThis.__tell${name}('${name}: detached'); ${more}`,
    },
  )
  return folder.write(`addons/${name}.ts`, source)
}

/** Ends the server and returns who was detached, in order. */
function leave(server: StyledServer): string[] {
  const before = server.printed.length
  server.stop()
  return server.printed.slice(before).flatMap((line) => /^(\w+): detached$/.exec(line)?.[1] ?? [])
}

const start = (plugins: readonly string[]): StyledServer => startStyled(folder, 'xash', plugins)

test('plugins of both kinds are detached in the reverse of the order in which they were loaded', () => {
  expect(leave(start([parting('First'), crates, parting('Second')]))).toEqual(['Second', 'crates', 'First'])
})

test('a plugin that was loaded late into an early place goes first', () => {
  const server = start([parting('First'), crates, parting('Second')])
  server.run('meta unload 1')
  server.run('meta load addons/First.ts')
  expect(leave(server)).toEqual(['First', 'Second', 'crates'])
})

test('a plugin that another loaded goes before it', () => {
  const child = parting('Child')
  const server = start([parting('Parent', `plugin.util.loadPlugin(${JSON.stringify(child)})`), crates])
  expect(leave(server)).toEqual(['crates', 'Child', 'Parent'])
})

test('nobody is left out after a change of the map, or while paused', () => {
  const server = start([parting('First'), crates])
  server.changeMap('box')
  server.run('meta pause 1')
  expect(leave(server)).toEqual(['crates', 'First'])
})

test('one that does not want to be detached, and one that throws, keep nobody from it', () => {
  const server = start([parting('First'), crates, parting('Second', '', "throw new Error('no')")])
  server.run('crates_stay')
  expect(leave(server)).toEqual(['Second', 'crates', 'First'])
  const errors = server.printed.filter((line) => line.includes('ERROR'))
  expect(errors[0]).toMatch(/plugin 'Second': detach at .*Second\.ts:8:\d+: no;/)
  expect(errors[1]).toContain("plugin 'Crates' does not want to be unloaded")
})

test('a plugin whose class made entities is detached like any other', () => {
  folder.write('maps/box.ent', '{ "classname" "worldspawn" }\n{ "classname" "crate" }')
  const server = start([crates, parting('First')])
  server.run('crates_make crate_stack')
  expect(leave(server)).toEqual(['First', 'crates'])
})

test('nobody is detached twice', () => {
  const server = start([parting('First'), crates])
  server.run('quit')
  server.run('quit')
  expect(leave(server)).toEqual(['crates', 'First'])
  expect(server.printed.filter((line) => line.endsWith(': detached'))).toHaveLength(2)
})
