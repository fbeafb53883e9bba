/** An engine leaves all that runs by longjmp when it meets an error of the map. A native plugin does the same here. */
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded } from './embedded-server.js'
import { nativeOut } from './set-up.js'

const folder = temporaryFolder()

describeEmbedded('when the engine leaves a call of JavaScript’s by longjmp', () => {
  test('the log says that JavaScript is over, and the game and native plugins go on', async () => {
    const server = await startEmbedded(folder, {
      pluginsIni: `linux ${join(nativeOut, 'game/addons/leaver/leaver.so')}`,
      plugins: {
        'caller.ts': pluginSource(
          'Caller',
          `plugin.onEngine.randomLong(() => { plugin.hooked.engine.time() })
           plugin.addCommand('greet', () => console.log('Caller is well'))`,
        ),
      },
      bots: 1,
    })
    expect(await server.run('greet')).toContain('Caller is well')
    await server.run('leaver_leave')
    await server.waitFor(/^leaver: left$/)
    await server.waitFor(/^\[META] ERROR: the engine left a call of JavaScript's and did not come back/)
    for (const command of ['greet', 'meta']) {
      expect(await server.run(command)).toContain(
        `[META] Command '${command}' does nothing now: JavaScript is over. Start the server again to have the command.`,
      )
    }
    await server.run('changelevel box2')
    expect((await server.run('leaver_leave')).join()).not.toContain('ERROR')
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })
})
