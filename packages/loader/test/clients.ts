/** Clients of a test server, and what its plugins say of them. */
import type { TestServer } from './test-server.js'

/** Connects a client that is in the game when this returns; its slot. */
export function join(server: TestServer, name: string): number {
  const answer = server.engine.connect(name)
  if ('rejected' in answer) throw new Error(answer.rejected)
  server.frames(2)
  return answer.slot
}

/** What plugins printed behind `> `. */
export const logged = (server: TestServer): string[] =>
  server.printed.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
