/** Sessions at the console about the game, and about plugins that load and unload each other. */
import { expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { session } from './console-session.js'
import { nativeFiles, pluginSource, startServer } from './test-server.js'

test('a plugin that another one unloads while the command runs is not looked for again', () => {
  const folder = temporaryFolder()
  folder.write('addons/child.ts', pluginSource('Child', ''))
  const attach = "plugin.util.loadPlugin('child'); unload = () => plugin.util.unloadPlugin('Child')"
  const parent = pluginSource('Parent', attach, { top: 'let unload = () => {}', detach: 'unload()' })
  folder.write('addons/parent.ts', parent)
  const server = startServer(folder, { pluginsIni: 'ts addons/parent.ts\n' })
  const lines = ['meta list', 'meta unload parent child', 'meta list', 'meta "" ""']
  expect(session(server, folder, lines)).toBe(
    `
> meta list
Currently loaded plugins:
      description  stat pend  file       vers  src  load  unload
 [ 1] Parent       RUN   -    parent.ts  v1.0  ini  ANY   Pause
 [ 2] Child        RUN   -    child.ts   v1.0  pl1  ANY   Pause
2 plugins, 2 running
> meta unload parent child
[META] plugin 'Child' was unloaded by 'Parent'
Unloaded plugin 'Parent'
meta unload: plugin 'Child' is gone by now; 'meta list' shows the others
> meta list
Currently loaded plugins:
      description  stat pend  file  vers  src  load  unload
0 plugins, 0 running
> meta "" ""
meta: '' is no command of meta; 'meta help' lists them
`.trim(),
  )
})

test('the game is told with its user messages', () => {
  const folder = temporaryFolder()
  const server = startServer(folder)
  const name = folder.path.replace(/.*\//, '')
  expect(
    session(server, folder, ['meta game']).replace(nativeFiles.game, '<build>').replace(name, '<name>'),
  ).toBe(
    `
> meta game
GameDLL info:
         name: <name>
         desc: Metamod Test Game
      gamedir: <game>
     dll file: game.so
 dll pathname: <build>/dlls/game.so
Registered user messages:
      message   msgid  size  owner
 [ 1] SayText      64    -1  game
 [ 2] TextMsg      65    -1  game
 [ 3] Health       66     1  game
 [ 4] DeathMsg     67    -1  game
4 user messages
`.trim(),
  )
})
