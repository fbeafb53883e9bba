/** The bridge in the fake engine. There is one engine in a process, so each server has to be stopped before the next. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { Bridge } from '@csr/metamod-sdk/host'

import type { FakeEngine } from '../../../loader/src/cli/fake-engine.js'
import { Loader } from '../../../loader/src/index.js'
import { nativeFiles } from '../../../loader/test/test-server.js'
import { TestGameDirectory } from '../../src/server/game-directory.js'
import { PluginSources } from '../../src/server/plugin-sources.js'
import { nextTurn } from '../../src/server/turns.js'
import type { Driver, Setup } from './driver.js'
import { gameFolder } from './game-folder.js'
import { Transcript } from './transcript.js'

const turnsToSettle = 3

/** Starts the native server. */
export function startNative({ plugins, maxPlayers = 8 }: Setup): Driver {
  const folder = gameFolder(join(nativeFiles.game, 'dlls'))
  const { print, note, lines } = new Transcript(folder.path)
  const load = createRequire(nativeFiles.bridge)
  const engine = load(nativeFiles.fakeEngine) as FakeEngine
  const sources = new PluginSources()
  const paths = (plugins?.(note) ?? []).map((plugin) => sources.add(plugin, 'plugins'))
  const loader = new Loader({
    bridge: load(nativeFiles.bridge) as Bridge,
    corePath: nativeFiles.core,
    game: new TestGameDirectory(folder.path, (path) => sources.has(path)),
    plugins: paths,
    bundle: sources.bundle,
    print,
  })
  loader.open()
  engine.start({ library: nativeFiles.core, gameDirectory: folder.path, map: 'box', maxPlayers, print })
  const console = (line: string): void => {
    if (!engine.isRunning()) return
    engine.command(line)
    engine.execute()
  }
  return {
    transcript: lines,
    note,
    console,
    connect: (name, address) => engine.connect(name, address),
    disconnect: (slot) => engine.disconnect(slot),
    type: (slot, line) => engine.clientCommand(slot, line),
    frames(count) {
      for (let frame = 0; frame < count; frame += 1) engine.frame(0.01)
    },
    frame: (seconds) => engine.frame(seconds),
    load: (plugin) => console(`meta load "${sources.add(plugin, 'load')}"`),
    reload(slot, plugin) {
      const path = loader.plugins.find((candidate) => candidate.slot === slot)?.path ?? ''
      sources.replace(path, plugin, 'reload')
      console(`meta reload ${slot}`)
    },
    async settle() {
      for (let turn = 0; turn < turnsToSettle; turn += 1) await nextTurn()
    },
    stop() {
      engine.stop()
      loader.close()
      folder.remove()
    },
  }
}
