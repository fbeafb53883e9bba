/** A server with one player, plugins that hear or send messages, and what of them the player receives. */
import { temporaryFolder } from '../src/testing/temporary-folder.js'
import type { TestServer } from './test-server.js'
import { pluginSource, startServer } from './test-server.js'

export const folder = temporaryFolder()
let made = 0

/** A plugin with the given body of `attach`, which finds `print`. */
export function plugin(name: string, attach: string): string {
  made += 1
  const body = `const print = (value) => plugin.util.logConsole(typeof value === 'string' ? value : JSON.stringify(value))\n${attach}`
  return folder.write(`addons/messages-${made}.ts`, pluginSource(name, body))
}

/** A server with one player who is no bot. */
export function serverWith(...plugins: string[]): TestServer {
  return joined(startServer(folder, { plugins }))
}

export function joined(server: TestServer): TestServer {
  server.engine.connect('Alice', '')
  server.frames(3)
  return server
}

/** What the player says, and what the console printed meanwhile. */
export function says(server: TestServer, text: string): string[] {
  return server.run(`as Alice say ${text}`)
}

/** The player's last messages of a kind, as the bytes that were sent. */
export function received(server: TestServer, kind: string): string[] {
  return server.run('messages Alice bytes').filter((line) => line.startsWith(`${kind} to`))
}
