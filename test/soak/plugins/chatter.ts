/** A WebSocket server and an http server on loopback, and clients of both that never stop talking. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { definePlugin } from '@csr/metamod-sdk'
import WebSocket, { WebSocketServer } from 'ws'

let server: Server
let sockets: WebSocketServer
let asking: NodeJS.Timeout
let answers = 0

export default definePlugin({
  name: 'Chatter',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: '',
  logTag: 'CHATTER',
  attach(plugin) {
    server = createServer((request, response) => response.end(`you asked for ${request.url ?? ''}`))
    sockets = new WebSocketServer({ server })
    sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)))
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const client = new WebSocket(`ws://127.0.0.1:${port}`)
      client.on('open', () => client.send('ping'))
      client.on('message', (data) => {
        answers += 1
        setTimeout(() => {
          if (client.readyState === WebSocket.OPEN) client.send(data)
        }, 2)
      })
      asking = setInterval(() => void ask(port), 10)
    })
    plugin.addCommand('soak_answers', () => plugin.util.logConsole(`answers ${answers}`))
  },
  detach() {
    clearInterval(asking)
    for (const client of sockets.clients) client.terminate()
    sockets.close()
    server.close()
    server.closeAllConnections()
  },
})

async function ask(port: number): Promise<void> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/status`, { headers: { connection: 'close' } })
    await answer.text()
    answers += 1
  } catch {
    // The plugin was reloaded in between, and its server is gone.
  }
}
