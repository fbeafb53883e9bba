import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'
import { serverArchitecture } from './set-up.js'

const folder = temporaryFolder()

/** A server with one plugin whose attach has a `log` that prints to the console. */
async function serverWith(
  attach: string,
  top = '',
  environment: Record<string, string> = {},
): Promise<EmbeddedServer> {
  const source = pluginSource(
    'Trial',
    `const log = (text) => plugin.util.logConsole(\`> \${text}\`)\n${attach}`,
    { top },
  )
  return startEmbedded(folder, { plugins: { 'trial.ts': source }, environment })
}

const logged = (server: EmbeddedServer): string[] =>
  server.lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))

describeEmbedded('inside the engine, what Node promises holds:', () => {
  test('ticks run before promises, and both before timers', async () => {
    const server = await serverWith(`
      setTimeout(() => log('timeout'), 0)
      Promise.resolve().then(() => log('promise'))
      queueMicrotask(() => log('microtask'))
      process.nextTick(() => log('tick'))
      log('now')`)
    await server.waitFor(/^> timeout$/)
    expect(logged(server)).toEqual(['now', 'tick', 'promise', 'microtask', 'timeout'])
  })

  test('after a file was read, an immediate runs before a timeout', async () => {
    const server = await serverWith(
      `readFile(__filename, () => {
        setTimeout(() => log('timeout'), 0)
        setImmediate(() => log('immediate'))
      })`,
      "import { readFile } from 'node:fs'",
    )
    await server.waitFor(/^> timeout$/)
    expect(logged(server)).toEqual(['immediate', 'timeout'])
  })

  test('an interval runs until it is cleared', async () => {
    const server = await serverWith(`
      let count = 0
      const interval = setInterval(() => {
        log(\`interval \${count += 1}\`)
        if (count < 3) return
        clearInterval(interval)
        setTimeout(() => log('after'), 20)
      }, 2)`)
    await server.waitFor(/^> after$/)
    expect(logged(server)).toEqual(['interval 1', 'interval 2', 'interval 3', 'after'])
  })

  test('what a hook starts goes on by itself', async () => {
    const server = await serverWith(`
      const undo = plugin.on.startFrame(() => {
        undo()
        void (async () => { await null; log('promise'); await new Promise(setImmediate); log('immediate') })()
      })`)
    await server.waitFor(/^> immediate$/)
    expect(logged(server)).toEqual(['promise', 'immediate'])
  })

  test('files are written and read', async () => {
    const server = await serverWith(
      `const file = join(__dirname, 'note.txt')
       void (async () => { await writeFile(file, 'written'); log(await readFile(file, 'utf8')) })()`,
      "import { readFile, writeFile } from 'node:fs/promises'; import { join } from 'node:path'",
    )
    await server.waitFor(/^> written$/)
  })

  test('fetch gets what an http server in the same plugin answers', async () => {
    const server = await serverWith(
      `const http = createServer((request, response) => response.end(\`you asked for \${request.url}\`))
       http.listen(0, '127.0.0.1', async () => {
         const answer = await fetch(\`http://127.0.0.1:\${http.address().port}/players\`)
         log(await answer.text())
         http.close()
       })`,
      "import { createServer } from 'node:http'",
    )
    await server.waitFor(/^> you asked for \/players$/)
  })

  test('a WebSocket of the npm package ws is answered', async () => {
    const server = await serverWith(
      `const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
         const client = new WebSocket(\`ws://127.0.0.1:\${sockets.address().port}\`)
         client.on('open', () => client.send('echo me'))
         client.on('message', (data) => { log(String(data)); client.terminate(); sockets.close() })
       })
       sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(\`\${data} back\`)))`,
      "import WebSocket, { WebSocketServer } from 'ws'",
    )
    await server.waitFor(/^> echo me back$/)
  })

  test('a worker thread computes and answers', async () => {
    const server = await serverWith(
      `const code = "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (n) => parentPort.postMessage(n * 2))"
       const worker = new Worker(code, { eval: true })
       worker.on('message', (n) => { log(\`twice is \${n}\`); void worker.terminate().then(() => log('ended')) })
       worker.postMessage(21)`,
      "import { Worker } from 'node:worker_threads'",
    )
    await server.waitFor(/^> ended$/)
    expect(logged(server)).toEqual(['twice is 42', 'ended'])
  })

  test('other programs are started, written to and read', async () => {
    const server = await serverWith(
      `execFile('/bin/echo', ['from execFile'], (error, output) => {
         log(error ?? output.trim())
         const cat = spawn('/bin/cat')
         cat.stdout.on('data', (data) => log(data))
         cat.on('close', (code) => log(\`exit code \${code}\`))
         cat.stdin.end('from spawn')
       })`,
      "import { execFile, spawn } from 'node:child_process'",
    )
    await server.waitFor(/^> exit code/)
    expect(logged(server)).toEqual(['from execFile', 'from spawn', 'exit code 0'])
  })

  test('a forked script runs in a Node of its own, not in a second server', async () => {
    const child = folder.write(
      'child.cjs',
      'process.send(`child of ${process.argv0}`, () => process.disconnect())',
    )
    const server = await serverWith(
      `fork(${JSON.stringify(child)}).on('message', (text) => log(text)).on('exit', (code) => log(\`exit code \${code}\`))`,
      "import { fork } from 'node:child_process'",
      { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
    )
    await server.waitFor(/^> exit code/)
    expect(logged(server)).toEqual(['child of node', 'exit code 0'])
  })

  test('console.log and process.stdout print whole lines to the server console', async () => {
    const server = await serverWith(
      "process.stdout.write('half '); console.log('a line'); console.error('another')",
    )
    await server.waitFor(/^half a line$/)
    await server.waitFor(/^another$/)
  })

  const koffi = join(process.cwd(), `node_modules/@koromix/koffi-linux-${serverArchitecture()}`)
  const reason = existsSync(koffi) ? '' : ` (skipped: npm did not install it for ${serverArchitecture()})`

  test.skipIf(reason !== '')(`the npm add-on koffi calls the C library${reason}`, async () => {
    const server = await serverWith(
      `const libc = koffi.load('libc.so.6')
       log(\`strlen \${libc.func('size_t strlen(const char *)')('seven..')}\`)
       log(\`own process \${libc.func('int getpid()')() === process.pid}\`)`,
      "import koffi from 'koffi'",
    )
    await server.waitFor(/^> own process true$/)
    expect(logged(server)).toEqual(['strlen 7', 'own process true'])
  })
})
