import { join } from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { GameDirectory } from '../configuration/game-directory.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { readHostPlugins } from './host-plugins-ini.js'

const folder = temporaryFolder()
let count = 0
let root: string

beforeEach(() => {
  count += 1
  root = `game${count}`
})

const write = (name: string, text: string): string => folder.write(`${root}/${name}`, text)

function read(core: string) {
  return readHostPlugins(new GameDirectory(join(folder.path, root)), core)
}

describe("the host's plugins.ini", () => {
  test('is the one that lists us, and tells what else is listed and where', () => {
    const core = write('addons/metamod-ts/dlls/metamod_ts.so', '')
    write('addons/amxmodx/plugins.ini', 'linux addons/other.so\n')
    write(
      'addons/metamod/plugins.ini',
      '; first\nlinux addons/amxmodx/dlls/amxmodx_mm.so\nlinux addons/metamod-ts/dlls/metamod_ts.so Ours\n',
    )
    expect(read(core)).toEqual([
      {
        file: join(folder.path, root, 'addons/amxmodx/dlls/amxmodx_mm.so'),
        origin: 'addons/metamod/plugins.ini:2',
      },
    ])
  })

  test('may lie beside the library of the host', () => {
    const core = write('addons/metamod-ts/dlls/metamod_ts.so', '')
    write('addons/metamod/plugins.ini', 'linux a.so\n')
    write('addons/metamod/dlls/plugins.ini', `LINUX ${core}\nwin32 b.dll\nlin64 c.so\n`)
    expect(read(core)?.map(({ origin }) => origin)).toEqual(['addons/metamod/dlls/plugins.ini:3'])
  })

  test('is looked for past files that cannot be read', () => {
    const core = write('addons/metamod-ts/dlls/metamod_ts.so', '')
    write('addons/a/plugins.ini/in-the-place-of-a-file', '')
    write('addons/metamod/plugins.ini', `linux ${core}\n`)
    expect(read(core)).toEqual([])
  })

  test('is not known where none lists us', () => {
    const core = write('addons/metamod-ts/dlls/metamod_ts.so', '')
    write('addons/metamod/plugins.ini', 'linux addons/missing.so\n')
    expect(read(core)).toBeNull()
  })
})
