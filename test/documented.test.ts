/** What there is to use is told of, in the guide or in the README of the package that has it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Entity, Player } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { usage } from '../packages/loader/src/cli/arguments.js'
import { loaderUsage } from '../packages/loader/src/cli/loader-arguments.js'
import { subCommands } from '../packages/loader/src/meta-command/meta-command.js'
import { eventNames } from '../packages/sdk/src/events/plugin-events.js'
import { Players } from '../packages/sdk/src/players/players.js'
import { Plugin } from '../packages/sdk/src/plugin.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const guide = readdirSync(join(root, 'docs/guide')).map((name) => read(`docs/guide/${name}`))
const allGuide = guide.join('\n')
const loaderReadme = read('packages/loader/README.md')

/** The properties and methods that an object of a class has by it; its fields are not among them. */
function membersOf(type: { readonly prototype: object }): string[] {
  const names: string[] = []
  for (let each = type.prototype; each !== Object.prototype; each = Object.getPrototypeOf(each) as object)
    names.push(...Object.getOwnPropertyNames(each))
  return names.filter((name) => !['constructor', 'toJSON', 'toString'].includes(name))
}

/** Those of the words that a text does not have as words. */
const untold = (words: readonly string[], text: string): string[] =>
  words.filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text))

describe('the guide tells of', () => {
  test('all that a plugin can do', () => {
    const fields = ['on', 'onPost', 'onEngine', 'onEnginePost', 'engine', 'gamedll', 'globals', 'util']
    const members = [...fields, ...membersOf(Plugin)].map((name) => `plugin\\.${name}`)
    // Timers and what registers are named without the plugin in tables and in prose.
    const told = allGuide.replaceAll(/`(\w+)`/g, '`plugin.$1`')
    expect(members.length).toBeGreaterThan(20)
    expect(untold(members, told)).toEqual([])
  })

  test('players, their events and entities', () => {
    const page = read('docs/guide/players-and-events.md')
    expect(untold([...membersOf(Player), ...membersOf(Players), ...eventNames], page)).toEqual([])
    expect(untold(membersOf(Entity), allGuide)).toEqual([])
  })
})

/** The cvars of Metamod itself. */
function cvars(): string[] {
  const sources = readdirSync(join(root, 'packages/loader/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`packages/loader/src/${name}`))
  return [...sources.join('\n').matchAll(/addCvar\(\s*coreSlot,\s*'(\w+)'/g)].map(([, name = '']) => name)
}

describe('administrators are told of', () => {
  test.each([
    ['the page for those who know another Metamod', read('docs/guide/metamod.md')],
    ["the loader's README", loaderReadme],
  ])('each sub-command of meta, by %s', (_, page) => {
    expect(
      untold(
        subCommands.map(({ name }) => name),
        page,
      ),
    ).toEqual([])
  })

  test('each cvar of Metamod', () => {
    expect(cvars().length).toBeGreaterThan(5)
    expect(untold(cvars(), `${allGuide}\n${loaderReadme}`)).toEqual([])
  })
})

test("the loader's README tells of each option of its programs", () => {
  const options = [...new Set([usage, loaderUsage].join('\n').match(/--[a-z][a-z-]*/g))]
  expect(options.length).toBeGreaterThan(15)
  expect(untold(options, loaderReadme)).toEqual([])
})
