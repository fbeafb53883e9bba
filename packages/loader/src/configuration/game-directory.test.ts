import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { GameDirectory } from './game-directory.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()
const overlay = join(folder.path, 'overlay')
const game = new GameDirectory(join(folder.path, 'game'), [overlay])

test('a path is looked up in the game directory first, then in the overlay', () => {
  const own = folder.write('game/addons/a.so', '')
  folder.write('overlay/addons/a.so', '')
  const built = folder.write('overlay/addons/b.so', '')
  expect(game.resolve('addons/a.so')).toBe(own)
  expect(game.resolve('addons/b.so')).toBe(built)
})

test('a path that exists nowhere means the game directory', () => {
  expect(game.resolve('addons/none.so')).toBe(join(folder.path, 'game/addons/none.so'))
})

test('an absolute path stands for itself, and one with .. may leave the game directory', () => {
  const outside = folder.write('outside.ts', '')
  expect(game.resolve(outside)).toBe(outside)
  expect(game.resolve('../outside.ts')).toBe(outside)
  expect(game.resolve(join(folder.path, 'x') + '/.././outside.ts')).toBe(outside)
})

test('a file is shown as the configuration would name it', () => {
  expect(game.display(join(overlay, 'addons/b.so'))).toBe('addons/b.so')
  expect(game.display('/elsewhere/c.so')).toBe('/elsewhere/c.so')
})

test('a missing plugins.ini is one problem that says how to begin', () => {
  const { value, problems } = game.readPlugins('addons/metamod/plugins.ini')
  expect(value).toEqual([])
  expect(problems).toEqual([
    `addons/metamod/plugins.ini: no such file in ${game.path}; create it with a line for each plugin, such as 'ts addons/hello.ts'`,
  ])
})

test('a malformed line is named with file and line number', () => {
  folder.write('game/mine.ini', 'ts a.ts\nlinx b.so\n')
  const { value, problems } = game.readPlugins('mine.ini')
  expect(value).toHaveLength(1)
  expect(problems[0]).toMatch(/^mine\.ini:2: 'linx' is neither 'linux' nor 'ts'/)
})

test('a missing config.ini leaves the defaults', () => {
  expect(game.readConfig()).toMatchObject({ value: { gameDll: null }, problems: [] })
})

test("Metamod's files are looked for in a folder of another name, also when the configuration does not name them", () => {
  folder.write('game/addons/metamod-ts/config.ini', 'gamedll a.so\n')
  folder.write('game/addons/metamod-ts/plugins.ini', 'ts a.ts\n')
  const other = new GameDirectory(join(folder.path, 'game'), [], join(folder.path, 'game/addons/metamod-ts'))
  const { pluginsFile, ...config } = other.readConfig().value
  expect(config).toMatchObject({ gameDll: 'a.so', execFile: 'addons/metamod-ts/exec.cfg' })
  expect(other.readPlugins(pluginsFile).value).toHaveLength(1)
})

test("Metamod's folder may lie outside of the game", () => {
  folder.write('elsewhere/config.ini', 'libnode /libnode.so\n')
  const other = new GameDirectory(join(folder.path, 'game'), [], join(folder.path, 'elsewhere'))
  expect(other.readConfig().value.pluginsFile).toBe(join(folder.path, 'elsewhere/plugins.ini'))
  expect(other.configFile).toBe(join(folder.path, 'elsewhere/config.ini'))
})

describe("Metamod's files beside the core library", () => {
  const files = (game: GameDirectory): string[] => {
    const { pluginsFile, execFile } = game.readConfig().value
    return [game.configFile, pluginsFile, execFile]
  }

  test('count before those in the folder above, each by itself', () => {
    folder.write('beside/addons/m/dlls/config.ini', '')
    folder.write('beside/addons/m/config.ini', '')
    folder.write('beside/addons/m/plugins.ini', '')
    const coreFolder = join(folder.path, 'beside/addons/m/dlls')
    const game = new GameDirectory(join(folder.path, 'beside'), [], {
      metamodDirectory: coreFolder,
      coreFolder,
    })
    expect(files(game)).toEqual([
      'addons/m/dlls/config.ini',
      'addons/m/plugins.ini',
      'addons/m/dlls/exec.cfg',
    ])
  })

  test('are not looked for above a folder that is not the core’s', () => {
    folder.write('above/addons/plugins.ini', '')
    const coreFolder = join(folder.path, 'above/addons/m/dlls')
    const game = new GameDirectory(join(folder.path, 'above'), [], {
      metamodDirectory: 'addons/m',
      coreFolder,
    })
    expect(files(game)[1]).toBe('addons/m/plugins.ini')
  })
})

describe('as a guest', () => {
  test("neither +localinfo nor the host's old files are ours", () => {
    folder.write('hosted/metamod.ini', '')
    const game = new GameDirectory(join(folder.path, 'hosted'), [], 'addons/metamod-ts')
    expect(game.readConfig(null).value.pluginsFile).toBe('addons/metamod-ts/plugins.ini')
    expect(game.readConfig(() => '').value.pluginsFile).toBe('metamod.ini')
  })
})
