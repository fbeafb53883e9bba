/** Which Node library is taken, and what an administrator reads where it does not fit. */
import { closeSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { copyOfNative } from './copy.js'
import {
  describeEmbedded,
  libnode,
  nativeOut,
  script,
  startEngine,
  temporaryFolder,
  type Setting,
} from './engine.js'

const falseLibrary = (name: string): string => join(nativeOut, 'false_libnodes', `${name}.so`)

/** The first bytes of the true library. */
function beginning(bytes: number): Buffer {
  const file = openSync(libnode, 'r')
  const buffer = Buffer.alloc(bytes)
  readSync(file, buffer, 0, bytes, 0)
  closeSync(file)
  return buffer
}

function fileOf(bytes: Buffer | string): string {
  const file = join(temporaryFolder(), 'libnode.so.108')
  writeFileSync(file, bytes)
  return file
}

/** Starts a server, expects a game without plugins and gives the one line that says why. */
async function refusal(setting: Setting): Promise<string> {
  const engine = startEngine({ loader: script(''), ...setting })
  await engine.waitFor('Started map')
  expect(await engine.quit()).toEqual({ code: 0, signal: null })
  const errors = engine.lines.filter((line) => line.startsWith('[META] ERROR'))
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatch(/^\[META\] ERROR: Node: .*\. The game runs on without TypeScript plugins\.$/)
  return errors[0] ?? ''
}

const refusalOf = (file: string): Promise<string> => refusal({ environment: { METAMOD_LIBNODE: file } })

/** A server that finds its library without being told by the environment. */
const untold = { METAMOD_LIBNODE: '' }

describeEmbedded('the Node library', () => {
  test('one of the wrong word size is refused with both sizes', async () => {
    const bytes = beginning(64)
    const sizeByte = 4
    const [ours, theirs] = bytes[sizeByte] === 2 ? [64, 32] : [32, 64]
    bytes[sizeByte] = theirs === 64 ? 2 : 1
    const file = fileOf(bytes)
    expect(await refusalOf(file)).toContain(
      `${file} is a ${theirs}-bit library; this server is ${ours}-bit. Use the library's ${ours}-bit build.`,
    )
  })

  test('one that is too old is refused with the releases that fit and the package to install', async () => {
    const line = await refusalOf(falseLibrary('too_old'))
    expect(line).toContain('module version 83, which is too old. Install a library of Node 18, 20, 22 or 24')
    expect(line).toContain("Debian's package libnode108")
  })

  test('a release that this build does not know is refused', async () => {
    expect(await refusalOf(falseLibrary('unknown'))).toContain(
      'module version 999, which is not a release that this build knows',
    )
  })

  test('a library that is not Node is refused with the name it gives itself', async () => {
    expect(await refusalOf(falseLibrary('other_name'))).toContain(
      "is no Node library: its soname is 'libother.so.1'",
    )
  })

  test('one without Node in it is refused before anything of it is called', async () => {
    expect(await refusalOf(falseLibrary('hollow'))).toContain('the starter for Node 18 cannot be loaded: ')
  })

  test('one that was cut off is called damaged, and does not crash the server', async () => {
    const file = fileOf(beginning(200_000))
    expect(await refusalOf(file)).toContain(`${file} is damaged`)
  })

  test('a file that is no library is refused', async () => {
    expect(await refusalOf(fileOf('not a library'))).toContain('is not a Linux library')
  })

  test('a path that leads nowhere is refused', async () => {
    expect(await refusalOf('/nowhere/libnode.so.108')).toContain(
      'The file /nowhere/libnode.so.108 cannot be read',
    )
  })

  test('one that needs a library which is not installed names that library', async () => {
    expect(await refusalOf(falseLibrary('needy'))).toContain(
      'cannot be loaded: libnowhere.so.1: cannot open shared object file',
    )
  })

  test('where there is none, the package to install is named', async () => {
    const core = copyOfNative(join(temporaryFolder(), 'dlls'), { withStarters: false })
    const line = await refusal({ core, environment: untold })
    expect(line).toContain('no Node library was found')
    expect(line).toContain("Install Debian's package libnode108")
  })

  test("config.ini's libnode goes before everything else, and is relative to the game directory", async () => {
    const folder = temporaryFolder()
    const core = copyOfNative(join(folder, 'dlls'), { above: ['config.ini'] })
    writeFileSync(join(dirname(dirname(core)), 'config.ini'), 'libnode addons/old.so\n')
    expect(await refusal({ core, gameDirectory: folder })).toContain(`${folder}/addons/old.so cannot be read`)
  })

  test('one that lies beside the core is taken', async () => {
    const core = copyOfNative(join(temporaryFolder(), 'dlls'))
    symlinkSync(libnode, join(dirname(core), 'libnode.so.108'))
    const engine = startEngine({
      core,
      environment: untold,
      loader: script(`say('Node ' + process.version)`),
    })
    expect(await engine.waitFor('Node v')).toMatch(/^Node v18\./)
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })
})
