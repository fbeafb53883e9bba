/** The test server of this package, driven through what it offers to everybody. */
import { createServer, type TestPlayer } from '../../src/index.js'
import type { Driver, Setup } from './driver.js'
import { gameFolder } from './game-folder.js'
import { Transcript } from './transcript.js'

/** Starts the test server. */
export function startTest({ plugins, maxPlayers = 8 }: Setup): Driver {
  const folder = gameFolder()
  const { print, note, lines } = new Transcript(folder.path)
  const server = createServer({
    plugins: plugins?.(note) ?? [],
    maxPlayers,
    gameDirectory: folder.path,
    print,
  })
  const playerIn = (slot: number): TestPlayer | undefined =>
    server.players.find(({ index }) => index === slot)
  return {
    transcript: lines,
    note,
    console(line) {
      if (server.isRunning) server.console(line)
    },
    connect(name, address) {
      const place = address === undefined ? {} : { address }
      const answer = server.tryConnect(name, { enters: false, walks: true, ...place })
      return answer.accepted ? { slot: answer.player.index } : { rejected: answer.reason }
    },
    disconnect: (slot) => playerIn(slot)?.disconnect(),
    type: (slot, line) => playerIn(slot)?.command(line),
    frames(count) {
      for (let frame = 0; frame < count && server.isRunning; frame += 1) server.frame(0.01)
    },
    frame(seconds) {
      if (server.isRunning) server.frame(seconds)
    },
    load: (plugin) => void server.load(plugin),
    reload(slot, plugin) {
      const name = server.plugins.find((row) => row.slot === slot)?.name ?? ''
      server.reload(name, plugin)
    },
    settle: () => server.settle(),
    stop() {
      server.stop()
      folder.remove()
    },
  }
}
