/** The event loop gets its turn once a frame, and a frame that has nothing for JavaScript does not enter it. */
import { expect, test } from 'vitest'
import { describeEmbedded, script, startEngine } from './engine.js'

// Runs when the event loop turns, and does not make it turn: nothing waits for an immediate that was unreferenced.
const tellsTurns = `
  const tellTurn = () => setImmediate(() => say('the loop turned')).unref()
  const whenIdle = (then) => setTimeout(() => setImmediate(() => setImmediate(then)), 20)`

describeEmbedded('a frame', () => {
  test('a timer fires, and the promise it settles goes on before the next frame', async () => {
    const loader = script(`
      let frame = 0
      callbacks.mapStarted = () => say('map')
      setTimeout(() => {
        say('timer')
        Promise.resolve().then(() => process.nextTick(() => say('promise and tick')))
        setTimeout(() => say('next timer'), 1)
      }, 1)`)
    const engine = startEngine({ loader })
    await engine.waitFor('next timer')
    const told = engine.lines.filter((line) => /timer|promise/.test(line))
    expect(told).toEqual(['timer', 'promise and tick', 'next timer'])
    await engine.quit()
  })

  test('promises that a callback from the engine leaves go on with the next frame', async () => {
    const loader = script(`
      callbacks.mapStarted = async () => {
        await undefined
        process.nextTick(() => say('after the map started'))
      }`)
    const engine = startEngine({ loader, words: ['--frames', '1'] })
    expect(await engine.ended).toEqual({ code: 0, signal: null })
    expect(engine.count('after the map started')).toBe(1)
  })

  test('messages of worker threads arrive', async () => {
    const loader = script(`
      const { Worker } = require('node:worker_threads')
      const source = "require('node:worker_threads').parentPort.on('message', (n) => postMessage(n + 1))"
      const code = source.replace('postMessage', "require('node:worker_threads').parentPort.postMessage")
      const worker = new Worker(code, { eval: true })
      worker.on('message', (n) => (n < 20 ? worker.postMessage(n) : say('counted to ' + n)))
      worker.postMessage(0)`)
    const engine = startEngine({ loader })
    await engine.waitFor('counted to 20')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })

  test('files, sockets, child processes and WebAssembly finish what they began', async () => {
    const loader = script(`
      const { promises, writeFileSync } = require('node:fs')
      const { execFile } = require('node:child_process')
      const http = require('node:http')
      promises.readFile(__filename).then((bytes) => say('file of ' + (bytes.length > 0)))
      execFile('echo', ['child'], (error, stdout) => say('heard ' + stdout.trim()))
      const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
      WebAssembly.compile(empty).then((module) => say('compiled ' + (module instanceof WebAssembly.Module)))
      const server = http.createServer((request, response) => response.end('page')).listen(0, '127.0.0.1', () => {
        http.get({ port: server.address().port, host: '127.0.0.1' }, (response) => {
          response.setEncoding('utf8').on('data', (text) => say('got ' + text))
        })
      })`)
    const engine = startEngine({ loader })
    for (const line of ['file of true', 'heard child', 'compiled true', 'got page'])
      await engine.waitFor(line)
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })

  test('a frame with nothing for JavaScript does not turn the loop, and one with an event does', async () => {
    const loader = script(`
      ${tellsTurns}
      const { spawn } = require('node:child_process')
      // 'cat' ends when it is told to; until then it is a handle that waits, as a server's socket is.
      const child = spawn('cat')
      child.stdout.on('data', (text) => say('heard ' + text))
      callbacks.mapEnded = () => child.stdin.write('word')
      whenIdle(() => {
        tellTurn()
        say('idle')
      })`)
    const engine = startEngine({ loader })
    await engine.waitFor('idle')
    await engine.frames(50)
    expect(engine.count('the loop turned')).toBe(0)
    engine.type('changelevel box2')
    await engine.waitFor('heard word')
    await engine.waitFor('the loop turned')
    expect(engine.count('the loop turned')).toBe(1)
    await engine.quit()
  })

  test('work that a callback from the engine began goes on, also when it does not fit into one frame', async () => {
    const loader = script(`
      let turns = 0
      const again = () => ((turns += 1) < 1000 ? setImmediate(again) : say('turned ' + turns + ' times'))
      callbacks.mapEnded = again`)
    const engine = startEngine({ loader })
    await engine.frames(20)
    engine.type('changelevel box2')
    await engine.waitFor('turned 1000 times')
    await engine.quit()
  })

  test('callbacks that always ask for another do not hold up the game', async () => {
    const loader = script(`
      let turns = 0
      const again = () => setImmediate(again, (turns += 1))
      again()
      callbacks.mapEnded = () => say('turned ' + turns)`)
    const engine = startEngine({ loader })
    await engine.frames(10)
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
    expect(Number((await engine.waitFor('turned')).split(' ')[1])).toBeGreaterThan(10)
  })
})
