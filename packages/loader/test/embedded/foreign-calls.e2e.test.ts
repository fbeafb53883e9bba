import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'
import { nativeOut, serverArchitecture } from './set-up.js'

const folder = temporaryFolder()
const core = join(nativeOut, 'metamod.so')
const addon = join(nativeOut, 'metamod_node.node')

async function expectAlive(server: EmbeddedServer): Promise<void> {
  expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 1 running')
}

const koffi = join(process.cwd(), `node_modules/@koromix/koffi-linux-${serverArchitecture()}`)
const reason = existsSync(koffi) ? '' : ` (skipped: npm did not install koffi for ${serverArchitecture()})`

// pfnGetGameDescription, by its place in DLL_FUNCTIONS as the core hands the table to the engine: calls of it are hooked.
const throughKoffi = `
  const core = koffi.load(${JSON.stringify(core)})
  const word = koffi.sizeof('void *')
  const table = Buffer.alloc(50 * word), version = [140]
  core.func('int GetEntityAPI2(void *table, _Inout_ int *version)')(table, version)
  const prototype = koffi.proto('const char *GetGameDescription()')
  const describeGame = koffi.decode(koffi.decode(table, 28 * word, 'void *'), prototype)
  let calls = 0
  plugin.onPost.getGameDescription(() => { calls += 1 })
  plugin.addCommand('calls', () => console.log(\`calls \${calls}\`))
  plugin.addCommand('ask', () => { plugin.hooked.gamedll.getGameDescription() })`

describeEmbedded('JavaScript is entered on the stack of the game only:', () => {
  test.skipIf(reason !== '')(
    `a koffi call that comes back is named plainly and harmless${reason}`,
    async () => {
      const source = pluginSource(
        'Trial',
        `${throughKoffi}
       plugin.addCommand('trial', () => { console.log(\`the game is \${describeGame()}\`) })`,
        { top: "import koffi from 'koffi'" },
      )
      const server = await startEmbedded(folder, { plugins: { 'trial.ts': source } })
      const printed = await server.run('trial')
      expect(printed.at(-1)).toMatch(/^the game is /)
      expect(printed[0]).toMatch(
        /^\[META] ERROR: pfnGetGameDescription: called on a stack that is not the game's, .* not through koffi$/,
      )
      const [before] = await server.run('calls')
      await server.run('trial')
      expect(await server.run('calls')).toEqual([before])
      await server.run('ask')
      expect(await server.run('calls')).not.toEqual([before])
      await expectAlive(server)
    },
  )

  test.skipIf(reason !== '')(`a koffi call from another thread runs no hook${reason}`, async () => {
    const source = pluginSource(
      'Trial',
      `${throughKoffi}
       plugin.addCommand('trial', () => {
         describeGame.async((error, text) => console.log(error ?? \`the game is \${text}\`))
       })`,
      { top: "import koffi from 'koffi'" },
    )
    const server = await startEmbedded(folder, { plugins: { 'trial.ts': source } })
    const [before] = await server.run('calls')
    await server.run('trial')
    await server.waitFor(/^the game is /)
    expect(await server.run('calls')).toEqual([before])
    await expectAlive(server)
  })

  test('a worker that requires the add-on is refused, and the server goes on', async () => {
    const code = `try { require(${JSON.stringify(addon)}).serverPrint } catch (error) { require('node:worker_threads').parentPort.postMessage(error.message) }`
    const source = pluginSource(
      'Trial',
      `new Worker(${JSON.stringify(code)}, { eval: true }).on('message', (text) => console.log(\`worker: \${text}\`))`,
      { top: "import { Worker } from 'node:worker_threads'" },
    )
    const server = await startEmbedded(folder, { plugins: { 'trial.ts': source } })
    expect(await server.waitFor(/^worker: /)).toBe(
      'worker: metamod_node: in use by another thread of this process; only the thread that runs the game may load it',
    )
    await expectAlive(server)
  })

  test('an engine function cannot be handed to a worker', async () => {
    const source = pluginSource(
      'Trial',
      "plugin.addCommand('call', () => { new Worker('', { eval: true }).postMessage(plugin.engine.serverPrint) })",
      { top: "import { Worker } from 'node:worker_threads'" },
    )
    const server = await startEmbedded(folder, { plugins: { 'trial.ts': source } })
    await server.run('call')
    expect(server.errors()[0]).toMatch(/plugin 'Trial': command call at .*trial\.ts:5:\d+: DataCloneError: /)
    await expectAlive(server)
  })

  test('a worker that imports the SDK gets no server behind it', async () => {
    const code = `const sdk = require('@csr/metamod-sdk'); require('node:worker_threads').parentPort.postMessage([typeof sdk.definePlugin, 'plugin' in sdk, 'engine' in sdk].join())`
    const source = pluginSource(
      'Trial',
      `new Worker(${JSON.stringify(code)}, { eval: true }).on('message', (text) => console.log(\`worker: \${text}\`))`,
      { top: "import { Worker } from 'node:worker_threads'" },
    )
    const server = await startEmbedded(folder, { plugins: { 'trial.ts': source } })
    expect(await server.waitFor(/^worker: /)).toBe('worker: function,false,false')
    await expectAlive(server)
  })
})
