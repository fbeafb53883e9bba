/**
 * koffi calls C functions on a stack of its own. One that comes back into JavaScript, as every hooked function does, would
 * fail as a stack overflow; it is refused and named instead.
 */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { rows } from '../../../packages/sdk/src/raw/generated/rows.js'
import { describeEmbedded, processor, script, startEngine } from './engine.js'

const koffi = createRequire(import.meta.url).resolve('koffi')
const functionId = rows.findIndex((row) => row.name === 'getGameDescription')
const firstDllFunction = rows.findIndex((row) => row.name === 'gameInit')
// npm installs koffi for the processor that it runs on.
const isOtherProcessor = processor !== process.arch

const hooksDescription = `
  const slot = 1
  const info = { interfaceVersion: '5:13', name: 'x', version: '1', date: '', author: '', url: '', logTag: 'X' }
  callbacks.dispatch = () => say('hook ran')
  callbacks.boot = ((boot) => () => {
    boot()
    bridge.addScript(slot, { ...info, loadable: 4, unloadable: 4 })
    bridge.setHook(slot, ${functionId}, 0, true)
    bridge.setRunning(slot, true)
    return true
  })(callbacks.boot)`

const describesByKoffi = `
  const koffi = require(${JSON.stringify(koffi)})
  const table = Buffer.alloc(4096)
  const version = Buffer.alloc(4)
  version.writeInt32LE(140)
  koffi.load(paths.core).func('int GetEntityAPI2(void *table, void *version)')(table, version)
  const describe = koffi.proto('const char *Describe()')
  const at = ${functionId - firstDllFunction} * koffi.sizeof('void *')
  const describeByKoffi = () => koffi.call(koffi.decode(table, at, koffi.pointer(describe)), describe)`

describeEmbedded('koffi', () => {
  test.skipIf(isOtherProcessor)('runs inside a server and calls functions of other libraries', async () => {
    const loader = script(`
      const koffi = require(${JSON.stringify(koffi)})
      say('length ' + koffi.load(null).func('size_t strlen(const char *text)')('four'))`)
    const engine = startEngine({ loader })
    await engine.waitFor('length 4')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })

  test.skipIf(isOtherProcessor)(
    'a call that comes back into a hook is refused once, with the cure',
    async () => {
      const loader = script(`
      ${hooksDescription}
      setTimeout(() => {
        ${describesByKoffi}
        say('koffi begins')
        say('koffi got ' + describeByKoffi() + ' and ' + describeByKoffi())
      }, 20)`)
      const engine = startEngine({ loader })
      await engine.waitFor('hook ran')
      const last = await engine.waitFor('koffi got')
      expect(last).toMatch(/^koffi got (.+) and \1$/)
      const begin = engine.lines.findIndex((line) => line === 'koffi begins')
      const inside = engine.lines.slice(begin, engine.lines.indexOf(last)).join('\n')
      expect(inside).not.toContain('hook ran')
      expect(inside).toContain('[META] ERROR: pfnGetGameDescription: called on a stack that is not the game')
      expect(
        engine.count('Call engine functions through plugin.engine and plugin.gamedll, not through koffi'),
      ).toBe(1)
      expect(await engine.quit()).toEqual({ code: 0, signal: null })
    },
  )
})
