/** Where servers come from, and where those go that nobody stopped. */
import { TestServer } from './server/test-server.js'
import type { ServerOptions } from './server/server-options.js'
import { keepUnloadRejections } from './server/unload-rejections.js'

const running = new Set<TestServer>()

/**
 * Starts a test server: an engine, a small game, Metamod and the plugins, in this process and without native code. It is
 * there, with its first map, when this returns. Any number of servers run side by side.
 *
 * ```ts
 * const server = createServer({ plugins: [plugin] })
 * const alice = server.connect('Alice')
 * alice.say('!hello')
 * expect(alice.prints).toContain('Hello, Alice')
 * server.stop()
 * ```
 *
 * @throws TypeError or RangeError for a wrong option. A plugin that cannot be loaded is logged, see `server.errors`.
 */
export function createServer(options: ServerOptions = {}): TestServer {
  keepUnloadRejections()
  const server = new TestServer(options, () => running.delete(server))
  running.add(server)
  return server
}

/**
 * Stops the servers that are still there; for `afterEach`. `@csr/metamod-testing/vitest` does so by itself.
 *
 * @throws AggregateError of what their `stop` threw.
 */
export function stopServers(): void {
  const errors: unknown[] = []
  for (const server of [...running]) {
    try {
      server.stop()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join('\n'))
}
