import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { findNativeFiles } from './native-files.js'

const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64'
const folder = temporaryFolder()

test('an installed package has them in its own folder', () => {
  const native = `installed/native`
  for (const name of ['metamod.so', 'metamod_node.node'])
    folder.write(`${native}/${architecture}/${name}`, '')
  for (const name of ['fake_engine.node', 'game/dlls/game.so'])
    folder.write(`${native}/dev/${architecture}/${name}`, '')
  expect(findNativeFiles(`${folder.path}/installed/dist/cli`, 'linux')).toEqual({
    core: `${folder.path}/${native}/${architecture}/metamod.so`,
    bridge: `${folder.path}/${native}/${architecture}/metamod_node.node`,
    fakeEngine: `${folder.path}/${native}/dev/${architecture}/fake_engine.node`,
    game: `${folder.path}/${native}/dev/${architecture}/game`,
  })
})

test('a package that was damaged names the file', () => {
  folder.write(`damaged/native/dev/${architecture}/fake_engine.node`, '')
  expect(() => findNativeFiles(`${folder.path}/damaged/dist`, 'linux')).toThrow(
    /metamod\.so: not there; install @csr\/metamod-loader again/,
  )
})

test('on a machine for which there is nothing it says so, and what works there', () => {
  folder.write('other/native/dev/riscv64/fake_engine.node', '')
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(() => findNativeFiles(`${folder.path}/other/dist`, platform)).toThrow(
      new RegExp(
        `runs on Linux \\(riscv64\\), and this is ${platform} .*'npm test' and 'npm run build' work here`,
      ),
    )
  }
})
