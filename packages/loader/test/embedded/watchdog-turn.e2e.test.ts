/** What the event loop calls in one turn: each callback is measured for itself, and the others outlive the end of one. */
import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'

const folder = temporaryFolder()

/** A server with a plugin whose command `go` runs code; code may run for 100 ms. */
async function serverWith(code: string): Promise<EmbeddedServer> {
  const attach = `plugin.addCommand('go', () => {\n${code}\n})`
  const server = await startEmbedded(folder, { plugins: { 'busy.ts': pluginSource('Busy', attach) } })
  await server.run('meta_watchdog 100')
  return server
}

const busy = 'for (const end = Date.now() + 25; Date.now() < end;);'
const ends = "left -= 1\nif (left === 0) console.log('all are done')"

describeEmbedded('nobody is ended for what many callbacks take together:', () => {
  test.each([
    ['timers', 'setTimeout(callback, 1)'],
    ['immediates', 'setImmediate(callback)'],
    ['ticks', 'process.nextTick(callback)'],
  ])('%s', async (_, start) => {
    const callback = `const callback = () => {\n${busy}\n${ends}\n}`
    const server = await serverWith(`let left = 15\n${callback}\nfor (let i = 0; i < 15; i += 1) ${start}`)
    await server.run('go')
    await server.waitFor(/^all are done$/)
    expect(server.errors()).toEqual([])
  })
})

describeEmbedded('an endless immediate is ended, and those beside it run, each once:', () => {
  const immediates = (endless: number): string => `
    let ran = ''
    for (let i = 0; i < 4; i += 1)
      setImmediate(() => {
        if (i === ${endless}) for (;;);
        ran += i
        setImmediate(() => { ran += 'n' })
      })
    plugin.addCommand('ran', () => {
      const left = process.getActiveResourcesInfo().filter((name) => name === 'Immediate').length
      console.log(\`ran \${ran}, \${left} left\`)
    })`

  test.each([
    ['the first', 0, '123nnn'],
    ['one between', 1, '023nnn'],
    ['the last', 3, '012nnn'],
  ])('%s', async (_, endless, ran) => {
    const server = await serverWith(immediates(endless))
    await server.run('go')
    await server.waitFor(/^\[META] ERROR: plugin 'Busy': held the server up for more than 100 ms at /)
    // Plugins' immediates run in the turns of the frames that follow.
    await expect.poll(async () => (await server.run('ran')).at(-1)).toBe(`ran ${ran}, 0 left`)
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })
})
