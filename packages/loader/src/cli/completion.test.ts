import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { completions } from './completion.js'
import { pluginFiles } from './plugin-files.js'

const server = {
  commands: ['meta', 'map', 'status'],
  plugins: ['Greeter', 'Stub plugin'],
  files: ['addons/greeter.ts', 'addons/my own.so'],
  players: ['Ada', 'Mad Max'],
}

test('the first word completes to console commands', () => {
  expect(completions('m', server)).toEqual([['map ', 'meta '], 'm'])
})

test('the word after meta completes to its sub-commands', () => {
  expect(completions('meta un', server)).toEqual([['unload ', 'unpause '], 'un'])
  expect(completions('meta RE', server)).toEqual([['refresh ', 'reload ', 'require ', 'retry '], 'RE'])
  expect(completions('META force', server)).toEqual([['force_unload '], 'force'])
})

test.each([
  'unload',
  'force_unload',
  'reload',
  'retry',
  'clear',
  'pause',
  'unpause',
  'info',
  'require',
  'cmds',
  'cvars',
])('the words after %s complete to plugins, quoted where they have a space', (name) => {
  expect(completions(`meta ${name} `, server)).toEqual([['"Stub plugin" ', 'Greeter '], ''])
  expect(completions(`meta ${name} gre`, server)).toEqual([['Greeter '], 'gre'])
  expect(completions(`meta ${name} Greeter stu`, server)).toEqual([['"Stub plugin" '], 'stu'])
  expect(completions(`meta ${name} "stub p`, server)).toEqual([['"Stub plugin" '], '"stub p'])
})

test('the word after load completes to files, and what follows is the description', () => {
  expect(completions('meta load addons/g', server)).toEqual([['addons/greeter.ts '], 'addons/g'])
  expect(completions('meta load "addons/my', server)).toEqual([['"addons/my own.so" '], '"addons/my'])
  expect(completions('meta load addons/greeter.ts ', server)).toEqual([[], ''])
})

test('the word after help completes to the sub-commands', () => {
  expect(completions('meta help un', server)).toEqual([['unload ', 'unpause '], 'un'])
  expect(completions('meta inspect o', server)).toEqual([['off '], 'o'])
})

test('a sub-command without arguments, or one that there is not, completes to nothing', () => {
  expect(completions('meta list ', server)).toEqual([[], ''])
  expect(completions('meta nothing ', server)).toEqual([[], ''])
  expect(completions('status ', server)).toEqual([[], ''])
})

test('the files are libraries and scripts below addons and dlls, not those of packages', () => {
  const folder = temporaryFolder()
  for (const name of ['addons/a/a.so', 'addons/b.ts', 'dlls/hl.so', 'addons/a/readme.txt', 'maps/c.js'])
    folder.write(name, '')
  folder.write('addons/a/node_modules/x/index.js', '')
  expect(pluginFiles(folder.path).sort()).toEqual(['addons/a/a.so', 'addons/b.ts', 'dlls/hl.so'])
  expect(pluginFiles('/nowhere')).toEqual([])
})

test('the word after as and kick completes to players, and then to what players type', () => {
  expect(completions('as a', server)).toEqual([['Ada '], 'a'])
  expect(completions('kick ', server)).toEqual([['"Mad Max" ', 'Ada '], ''])
  expect(completions('as "Mad Max" s', server)).toEqual([['say ', 'say_team '], 's'])
  expect(completions('kick Ada ', server)).toEqual([[], ''])
})
