import { createServer } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { Admin } from './testing/admin.js'

const admin = new Admin(temporaryFolder())

function inspect(...args: string[]): string {
  return admin.meta('inspect', ...args).join('\n')
}

/** A port that is free, and one that is not. */
async function ports(): Promise<{ free: string; taken: string; release: () => void }> {
  const [first, second] = [createServer(), createServer()]
  for (const server of [first, second]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const [free = '', taken = ''] = [first, second].map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? String(address.port) : ''
  })
  await new Promise((done) => first.close(done))
  return { free, taken, release: () => second.close() }
}

afterEach(() => void inspect('off'))

test('a debugger is let in on this machine only, and out again', async () => {
  const { free, release } = await ports()
  release()
  expect(inspect(free)).toMatch(new RegExp(`^A debugger can attach to 127\\.0\\.0\\.1:${free}, with chrome`))
  const targets: unknown = await (await fetch(`http://127.0.0.1:${free}/json/list`)).json()
  expect(targets).toEqual([expect.objectContaining({ type: 'node' })])
  expect(inspect('9999')).toBe(
    `meta inspect: a debugger can attach to 127.0.0.1:${free} already; 'meta inspect off' ends that first`,
  )
  expect(inspect('off')).toBe(`No debugger can attach to 127.0.0.1:${free} any more`)
  await expect(fetch(`http://127.0.0.1:${free}/json/list`)).rejects.toThrow()
})

test('off without a debugger says how to let one in', () => {
  expect(inspect('off')).toBe("meta inspect: no debugger can attach; 'meta inspect' lets one in")
})

test.each(['80', '65536', 'x', '-1', '9229.5'])('port %s is refused', (port) => {
  expect(inspect(port)).toBe(
    `meta inspect: port must be a number 1024..65535, got '${port}'; write 'meta inspect 9229'`,
  )
})

test('a port that another program has is refused', async () => {
  const { taken, release } = await ports()
  expect(inspect(taken)).toMatch(
    /^meta inspect: port \d+ of 127\.0\.0\.1 cannot be listened to; another program/,
  )
  release()
})
