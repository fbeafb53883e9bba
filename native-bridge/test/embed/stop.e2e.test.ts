/** However the server ends, JavaScript hears of it, and the process ends as the engine says. */
import { expect, test } from 'vitest'
import { describeEmbedded, script, startEngine } from './engine.js'

const alive = `
  const { Worker } = require('node:worker_threads')
  const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true })
  worker.on('online', () => say('worker lives'))
  worker.on('exit', () => say('worker ended'))
  require('node:net').createServer().listen(0, '127.0.0.1')
  setInterval(() => undefined, 1000)
  process.on('exit', (code) => say('exit event'))`

const inOrder = (lines: readonly string[], wanted: readonly string[]): string[] =>
  lines.filter((line) => wanted.includes(line))

describeEmbedded('leaving', () => {
  test('quit tells the policy, then JavaScript, ends workers, and gives the engine its own exit code', async () => {
    const engine = startEngine({ loader: script(`${alive}\nprocess.exitCode = 3`) })
    await engine.waitFor('worker lives')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
    const wanted = ['game: shut down', 'shutdown', 'exit event']
    expect(inOrder(engine.lines, wanted)).toEqual(wanted)
  })

  test("SIGTERM is the engine's, and ends the server as quit does", async () => {
    const engine = startEngine({ loader: script(alive) })
    await engine.waitFor('worker lives')
    engine.kill('SIGTERM')
    expect(await engine.ended).toEqual({ code: 0, signal: null })
    expect(inOrder(engine.lines, ['shutdown', 'exit event'])).toEqual(['shutdown', 'exit event'])
  })

  test('a crash of the game DLL still detaches', async () => {
    const engine = startEngine({ loader: script(alive), words: ['--crash-handler'] })
    await engine.waitFor('worker lives')
    engine.type('crash')
    expect(await engine.ended).toEqual({ code: 0, signal: null })
    expect(inOrder(engine.lines, ['shutdown', 'exit event'])).toEqual(['shutdown', 'exit event'])
  })

  test('a crash inside JavaScript does not run more of it, and says so', async () => {
    const loader = script(`setTimeout(() => process.kill(process.pid, 'SIGSEGV'), 5)`)
    const engine = startEngine({ loader, words: ['--crash-handler'] })
    expect(await engine.ended).toEqual({ code: 0, signal: null })
    expect(engine.count('the server ends while JavaScript runs: TypeScript plugins are not detached')).toBe(1)
    expect(inOrder(engine.lines, ['shutdown'])).toEqual([])
  })

  test('an engine that plays a second game in its process gets Node again', async () => {
    const loader = script(`
      globalThis.games = (globalThis.games ?? 0) + 1
      say('game with a fresh world: ' + globalThis.games)
      setTimeout(() => say('timer'), 1)
      ${alive}`)
    const engine = startEngine({ loader, words: ['--games', '3', '--frames', '20'] })
    expect(await engine.ended).toEqual({ code: 0, signal: null })
    expect(engine.count('game with a fresh world: 1')).toBe(3)
    expect(engine.count('exit event')).toBe(3)
    expect(engine.count('ERROR')).toBe(0)
  })

  test('process.exit is a line in the log, and both the server and JavaScript go on', async () => {
    const loader = script(`setTimeout(() => {
      process.exit(5)
      Promise.resolve().then(() => process.nextTick(() => say('still here')))
    }, 1)`)
    const engine = startEngine({ loader })
    await engine.waitFor('still here')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
    expect(engine.count('JavaScript wants to end the process with code 5; the server goes on')).toBe(1)
  })

  test('an error that nobody catches does not end the server', async () => {
    const loader = script(`
      setTimeout(() => { throw new Error('thrown in a timer') }, 1)
      setTimeout(() => Promise.reject(new Error('rejected')), 2)
      setTimeout(() => say('later timer'), 20)`)
    const engine = startEngine({ loader })
    await engine.waitFor('later timer')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
    expect(engine.lines.join('\n')).toContain('Error: thrown in a timer')
  })

  test('writing to a program that reads no more does not kill the server', async () => {
    const loader = script(`
      const child = require('node:child_process').spawn('sh', ['-c', 'exec <&-; echo closed; sleep 100'])
      child.stdin.on('error', (error) => say('write failed: ' + error.code))
      child.stdout.on('data', () => child.stdin.write('anybody there?'))
      callbacks.shutdown = () => child.kill()`)
    const engine = startEngine({ loader })
    expect(await engine.waitFor('write failed')).toContain('EPIPE')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })
})
