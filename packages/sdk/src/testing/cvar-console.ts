/** A server with somebody at its console, for tests of console variables. */
import type { Plugin } from '../host.js'
import { testServer } from '../raw/testing/test-server.js'
import type { TestServer } from '../raw/testing/test-server.js'

export class Console {
  readonly server: TestServer = testServer()
  readonly plugin: Plugin = this.server.plugin

  type(name: string, value: string): void {
    this.server.memory.console.set(name, value)
  }

  text(name: string): string {
    return this.server.memory.console.text(name)
  }

  frame(): void {
    this.server.memory.hook({ function: 'startFrame' })
  }

  /** What plugins printed. */
  get printed(): string[] {
    const line = /^logConsole \d+ (?<text>.*)$/
    return this.server.memory.journal.flatMap((each) => line.exec(each)?.groups?.['text'] ?? [])
  }

  get hooks(): string[] {
    return this.server.memory.journal.filter((line) => line.startsWith('setHook'))
  }
}
