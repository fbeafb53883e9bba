/** A server whose frames run when a test says so. */
import type { HostedPlugin, Plugin } from '../../host.js'
import { layoutOf, offsetIn } from '../../raw/layout.js'
import type { MemoryBridge } from '../../raw/testing/memory-bridge.js'
import { testServer } from '../../raw/testing/test-server.js'
import type { TestServer } from '../../raw/testing/test-server.js'

const timeAt = offsetIn(layoutOf('globalvars_t', 64), 'time') >> 2

export class Clocked {
  readonly server: TestServer
  readonly hosted: HostedPlugin
  readonly plugin: Plugin
  readonly memory: MemoryBridge
  readonly seen: string[] = []

  constructor() {
    this.server = testServer()
    this.memory = this.server.memory
    this.hosted = this.server.addPlugin(2)
    this.plugin = this.hosted.plugin
    this.time = 1
  }

  set time(seconds: number) {
    this.memory.globals.f32[timeAt] = seconds
  }

  get time(): number {
    return this.memory.globals.f32[timeAt] ?? 0
  }

  /** Runs frames; those of a plugin that hooks nothing reach nobody. */
  frames(count: number, seconds = 0.125): void {
    for (let frame = 0; frame < count; frame += 1) {
      this.time += seconds
      this.memory.hook({ function: 'startFrame' })
    }
  }

  changeMap(): void {
    this.server.host.callbacks.mapEnded()
    this.time = 1
    this.server.host.callbacks.mapStarted()
  }

  readonly note = (text: string) => (): void => void this.seen.push(text)

  /** How often the frame hook went on and off. */
  get hooked(): string[] {
    return this.memory.journal.filter((line) => line.includes('startFrame'))
  }
}
