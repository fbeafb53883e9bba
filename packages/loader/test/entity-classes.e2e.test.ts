import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './plugin-source.js'
import { nativePlugin, startStyled, type EngineStyle, type StyledServer } from './styled-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

const crates = nativePlugin('crates')

/** Commands by which a test looks at entities: `make CLASS`, `count CLASS`, `health CLASS`. */
const looking = `
  const find = (name) => plugin.engine.findEntityByString(null, 'classname', name)
  plugin.addCommand('make', ({ args }) => {
    const entity = plugin.engine.createNamedEntity(args[0])
    plugin.util.logConsole(args[0] + ' is ' + (entity?.vars.className ?? 'no class'))
  })
  plugin.addCommand('count', ({ args }) => {
    let count = 0
    for (let at = find(args[0]); at !== null; at = plugin.engine.findEntityByString(at, 'classname', args[0])) count += 1
    plugin.util.logConsole(args[0] + ': ' + count)
  })
  plugin.addCommand('health', ({ args }) => plugin.util.logConsole(args[0] + ' has ' + find(args[0])?.vars.health))
`

const marker = `
  plugin.addEntityClass('my_marker', (entity) => {
    plugin.util.callGameEntity('trigger_test', entity)
    entity.vars.health = 30
  })
`

function writeMap(name: string, ...entities: string[]): void {
  folder.write(`maps/${name}.ent`, ['{ "classname" "worldspawn" }', ...entities].join('\n'))
}

/** A plugin from the body of its attach; those of one test stand in the order in which they were written. */
function write(name: string, attach: string, detach = ''): string {
  return folder.write(`addons/${name}.ts`, pluginSource(name, attach, { detach }))
}

function start(style: EngineStyle, plugins: readonly string[]): StyledServer {
  const looker = write('Looker', looking)
  return startStyled(folder, style, [...plugins, looker])
}

const errors = (server: StyledServer): string[] => server.printed.filter((line) => line.includes('ERROR'))

describe.each(['xash', 'hlds'] as const)('in an engine of the kind of %s', (style) => {
  test('a map’s entity of a TypeScript plugin’s class is made, told its pairs and spawned', () => {
    writeMap('box', '{ "classname" "my_marker" "origin" "1 2 3" "targetname" "here" }')
    const source = `${marker}
      const told = []
      plugin.on.keyValue(({ keyValue }) => { told.push(keyValue.className + '.' + keyValue.keyName) })
      plugin.on.spawn(({ entity }) => {
        if (entity.vars.className === 'my_marker') plugin.util.logConsole('spawned at ' + entity.vars.origin.join() + ' as ' + entity.vars.targetName)
      })
      plugin.addCommand('told', () => plugin.util.logConsole(told.join(' ')))`
    const server = start(style, [write('Markers', source)])
    expect(server.printed).toContain('spawned at 1,2,3 as here')
    expect(server.run('health my_marker')).toContain('my_marker has 30')
    // As with a class of the game: the engine's "custom" shows nowhere.
    expect(server.run('told')[0]?.split(' ').slice(-3)).toEqual([
      '.classname',
      'my_marker.origin',
      'my_marker.targetname',
    ])
    expect(errors(server)).toEqual([])
  })

  test('each kind of plugin makes entities of the other’s class, and classes stand on each other', () => {
    writeMap('box')
    const stacked = `${marker}
      plugin.addEntityClass('my_pile', (entity) => {
        if (!plugin.util.callGameEntity('crate', entity)) throw new Error('no crate')
        if (plugin.engine.createNamedEntity('my_marker') === null) throw new Error('no marker')
        if (plugin.engine.createNamedEntity('crate_stack') === null) throw new Error('no stack')
      })`
    const server = start(style, [crates, write('Markers', stacked)])
    expect(server.run('make crate')).toContain('crate is crate')
    expect(server.run('crates_make my_marker')).toContain('crates: my_marker is my_marker')
    expect(server.run('crates_make my_pile')).toContain('crates: my_pile is my_pile')
    expect(server.run('count my_marker')).toContain('my_marker: 2')
    expect(server.run('count crate')).toContain('crate: 2')
    expect(server.run('health my_pile')).toContain('my_pile has 50')
    expect(server.run('make no_such_class')).toContain('no_such_class is no class')
    expect(errors(server)).toEqual([])
  })

  test('a maker that throws is logged with plugin and place, and its entity is one that does nothing', () => {
    writeMap('box', '{ "classname" "my_broken" }')
    const source = `plugin.addEntityClass('my_broken', (entity) => {
      throw new Error('oops')
    })`
    const server = start(style, [write('Broken', source)])
    expect(errors(server)[0]).toMatch(/plugin 'Broken': entity class my_broken at .*Broken\.ts:6:\d+: oops/)
    expect(server.run('make my_broken')).toContain('my_broken is my_broken')
    expect(server.run('count my_broken')).toContain('my_broken: 2')
    server.changeMap('box')
  })

  test('a maker may remove its entity, and make another', () => {
    writeMap('box', '{ "classname" "my_gone" "message" "x" }')
    const source = `${marker}
      plugin.addEntityClass('my_gone', (entity) => {
        plugin.engine.removeEntity(entity)
        plugin.engine.createNamedEntity('my_marker')
      })`
    const server = start(style, [write('Gone', source)])
    expect(server.run('count my_gone')).toContain('my_gone: 0')
    expect(server.run('count my_marker')).toContain('my_marker: 1')
    expect(server.run('make my_gone')).toContain('my_gone is no class')
    expect(errors(server)).toEqual([])
  })

  test('a class that makes itself without end is stopped and named', () => {
    writeMap('box')
    const source = `plugin.addEntityClass('my_tower', () => void plugin.engine.createNamedEntity('my_tower'))`
    const server = start(style, [write('Tower', source)])
    expect(server.run('make my_tower')).toContain('my_tower is my_tower')
    expect(server.run('count my_tower')).toContain('my_tower: 64')
    expect(errors(server)).toEqual([
      expect.stringContaining("plugin 'Tower': entity class my_tower: 64 entities are being made") as string,
    ])
  })

  test.each([
    ['native', crates, 'crate', '2'],
    ['TypeScript', null, 'my_marker', '2'],
  ])('entities of an unloaded %s plugin stay, and its class comes back with it', (_, path, name, number) => {
    writeMap('box', `{ "classname" "${name}" }`)
    const first = write('First', '')
    const server = start(style, [first, path ?? write('Markers', marker)])
    server.run(`meta unload ${number}`)
    expect(server.run(`make ${name}`)).toContain(`${name} is no class`)
    expect(server.run(`count ${name}`)).toContain(`${name}: 1`)
    server.changeMap('box')
    expect(server.run(`count ${name}`)).toContain(`${name}: 0`)
    server.run(`meta load ${path ?? 'addons/Markers.ts'}`)
    expect(server.run(`make ${name}`)).toContain(`${name} is ${name}`)
    server.run(`meta reload ${number}`)
    server.changeMap('box')
    expect(server.run(`count ${name}`)).toContain(`${name}: 1`)
  })

  test('paused plugins’ classes go on working', () => {
    writeMap('box', '{ "classname" "my_marker" }', '{ "classname" "crate" }')
    // A map change resumes every plugin, so it is loaded anew from the outside of one.
    const server = start(style, [write('Markers', marker)])
    server.run('meta pause 1')
    expect(server.run('make my_marker')).toContain('my_marker is my_marker')
  })

  test('calls through plugin.hooked pass every plugin’s hooks, of engine, game DLL and new game DLL functions', () => {
    writeMap('box')
    const hooks = (word: string): string => `
      const tell = (what) => () => plugin.util.logConsole('${word} sees ' + what)
      plugin.onEngine.createNamedEntity(tell('createNamedEntity'))
      plugin.onEnginePost.createNamedEntity(tell('createNamedEntity after'))
      plugin.on.spawn(tell('spawn'))
      plugin.on.shouldCollide(tell('shouldCollide'))`
    const caller = `${hooks('caller')}
      const call = ({ engine, gamedll }) => {
        const entity = engine.createNamedEntity('crate')
        gamedll.spawn(entity)
        gamedll.shouldCollide(entity, entity)
      }
      plugin.addCommand('call_hooked', () => call(plugin.hooked))
      plugin.addCommand('call_plain', () => call(plugin))`
    const server = start(style, [write('Watcher', hooks('watcher')), crates, write('Caller', caller)])
    const seen = (line: string): string[] => server.run(line).filter((text) => text.includes(' sees '))
    const before = server.run('crates_seen')[0]
    expect(seen('call_plain')).toEqual([])
    expect(server.run('crates_seen')[0]).toBe(before)
    expect(seen('call_hooked')).toEqual([
      'watcher sees createNamedEntity',
      'caller sees createNamedEntity',
      'watcher sees createNamedEntity after',
      'caller sees createNamedEntity after',
      'watcher sees spawn',
      'caller sees spawn',
      'watcher sees shouldCollide',
      'caller sees shouldCollide',
    ])
    expect(server.run('crates_seen')[0]).toBe('crates: saw 1 named, 2 spawned, 1 collide')
    // A native plugin's calls pass the TypeScript plugins in the same way.
    expect(seen('crates_hooked crate').filter((text) => text.startsWith('watcher'))).toHaveLength(4)
  })
})

test.each([
  ['of the game', 'ammo_box'],
  ['of a native plugin', 'crate'],
  ['of another TypeScript plugin', 'my_marker'],
  ['named like a function of Metamod’s', 'Meta_Query'],
  ['named like one that engines look for', 'GiveFnptrsToDll'],
  ['named like the one for all', 'custom'],
])('a class %s is refused', (_, name) => {
  writeMap('box')
  const server = start('xash', [
    crates,
    write('Markers', marker),
    write('Late', `plugin.addEntityClass('${name}', () => undefined)`),
  ])
  expect(errors(server)[0]).toContain(`addEntityClass: the game, Metamod or a plugin has the class "${name}"`)
  expect(server.run('make my_marker')).toContain('my_marker is my_marker')
})

test('a class can be taken back and offered again', () => {
  writeMap('box')
  const source = `let undo = plugin.addEntityClass('my_marker', () => undefined)
    plugin.addCommand('back', () => undo())
    plugin.addCommand('again', () => void (undo = plugin.addEntityClass('my_marker', () => undefined)))`
  const server = start('hlds', [write('Markers', source)])
  server.run('back')
  server.run('back')
  expect(server.run('make my_marker')).toContain('my_marker is no class')
  server.run('again')
  expect(server.run('make my_marker')).toContain('my_marker is my_marker')
})

test('an engine that finds no classes at all, not even the world, is told of in the log', () => {
  const server = startStyled(folder, 'hlds', [], { hasFront: false })
  expect(server.printed.filter((line) => line.includes('ERROR'))).toEqual([
    expect.stringMatching(
      /^\[META] ERROR: the map has no entities: .* liblist\.gam must name .*metamod_hlds\.so/,
    ),
  ])
})
