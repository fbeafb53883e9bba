/** A server whose clients and console type commands, for tests. */
import type { Plugin } from '../../host.js'
import { FrameOffset } from '../../raw/frame.js'
import { MetaResult, PrintType } from '../../raw/generated/enums.js'
import type { HookOutcome } from '../../raw/testing/memory-bridge.js'
import { rowNamed } from '../../raw/testing/memory-bridge.js'
import { testServer } from '../../raw/testing/test-server.js'
import type { TestServer } from '../../raw/testing/test-server.js'
import { splitWords } from '../parse-arguments.js'

const names = ['', 'Ann', 'Bob', 'Annabel']

/** A server with Ann in slot 1, Bob in slot 2 and Annabel in slot 3. */
export class Lobby {
  readonly server: TestServer = testServer()
  readonly plugin: Plugin = this.server.plugin
  readonly seen: unknown[] = []
  #line = ''

  constructor() {
    const { answers } = this.server.memory
    const settings = names.map(() => ({ type: 'infoBuffer' }))
    const nameParam = rowNamed('cmdArgv').params[0]?.at ?? 0
    const entityAt = (base: number): number => (base + FrameOffset.parameters) >> 2
    answers.set('getPlayerUserId', (frame, base) => {
      const index = frame.i32[entityAt(base)] ?? 0
      frame.i32[(base + FrameOffset.result) >> 2] = index > 0 && index < names.length ? index * 10 : -1
    })
    answers.set('getInfoKeyBuffer', (frame, base) => settings[frame.i32[entityAt(base)] ?? 0] ?? null)
    answers.set('infoKeyValue', (_frame, _base, [buffer, key]) =>
      key === 'name' ? (names[settings.indexOf(buffer as never)] ?? '') : '',
    )
    answers.set('getPlayerAuthId', () => 'STEAM_0:1:1')
    answers.set('cmdArgc', (frame, base) => {
      frame.i32[(base + FrameOffset.result) >> 2] = splitWords(this.#line).length
    })
    answers.set('cmdArgv', (frame, base) => {
      return splitWords(this.#line)[frame.i32[(base + nameParam) >> 2] ?? 0] ?? ''
    })
    answers.set('cmdArgs', () => this.#line.trim().replace(/^\S+\s*/, ''))
  }

  /** A client types a line at its console. */
  client(index: number, line: string): HookOutcome {
    this.#line = line
    return this.server.memory.hook({ function: 'clientCommand', params: { player: index } })
  }

  /** A client says something; whether the others get to see it. */
  says(index: number, text: string): boolean {
    return this.client(index, `say "${text}"`).metaResult !== MetaResult.Supercede
  }

  /** A line at the server console. */
  console(line: string): string[] {
    const { memory, host } = this.server
    const before = memory.journal.length
    this.#line = line
    host.runCommand(1, splitWords(line)[0] ?? '')
    return memory.journal.slice(before).flatMap((each) => /^logConsole 1 (.*)$/.exec(each)?.[1] ?? [])
  }

  /** What clients were printed: to whom, where, and what. */
  get printed(): string[] {
    const [player, type] = rowNamed('clientPrintf', true).params
    return this.server.memory.calls
      .filter((call) => call.function === 'clientPrintf')
      .map(({ frame, references }) => {
        const isChat = frame.i32[(type?.at ?? 0) >> 2] === PrintType.Chat
        return `${names[frame.i32[(player?.at ?? 0) >> 2] ?? 0] ?? '?'} ${isChat ? 'chat' : 'console'}: ${references[0] as string}`
      })
  }

  get hooks(): string[] {
    return this.server.memory.journal.filter((line) => line.includes('clientCommand'))
  }
}

/** A command with arguments of two kinds, one of which may be left out. */
export const slap = {
  help: 'Hurts a player',
  args: { target: 'player', damage: { type: 'integer', min: 0, max: 100, default: 5 } },
} as const
