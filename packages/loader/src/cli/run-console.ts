/** The development server in a terminal: frames in real time below a prompt with history and completion. */
import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'

import { completions } from './completion.js'
import type { DevServer } from './dev-server.js'
import { runFrames } from './frames.js'
import { pluginFiles } from './plugin-files.js'

/** Prints above the prompt, so that a line that is being typed stays whole. */
export class Terminal {
  #readline: Interface | null = null

  readonly print = (line: string): void => {
    if (this.#readline === null || !process.stdout.isTTY) {
      process.stdout.write(`${line}\n`)
      return
    }
    clearLine(process.stdout, 0)
    cursorTo(process.stdout, 0)
    process.stdout.write(`${line}\n`)
    this.#readline.prompt(true)
  }

  /** False after Ctrl-C or the end of input. */
  get isOpen(): boolean {
    return this.#readline !== null
  }

  open(server: DevServer): Interface {
    const readline = createInterface({
      input: process.stdin,
      terminal: process.stdin.isTTY && process.stdout.isTTY,
      output: process.stdout,
      prompt: '> ',
      completer: (line: string) =>
        completions(line, {
          commands: server.engine.commandNames(),
          plugins: server.loader.plugins.map((plugin) => plugin.name),
          files: pluginFiles(server.gameDirectory),
          players: server.players.names,
        }),
    })
    this.#readline = readline
    readline.once('close', () => {
      this.#readline = null
      // What the server prints while it ends does not belong behind the prompt.
      process.stdout.write('\n')
    })
    this.prompt()
    return readline
  }

  /** Asks for the next line, where somebody sees it. */
  prompt(): void {
    if (process.stdout.isTTY) this.#readline?.prompt()
  }
}

/** Runs until `quit`, Ctrl-C or the end of input. */
export async function runConsole(server: DevServer, terminal: Terminal, tickRate: number): Promise<void> {
  const readline = terminal.open(server)
  readline.on('line', (line) => {
    if (line.trim() !== '') server.type(line)
    terminal.prompt()
  })
  const frameMs = 1000 / tickRate
  let due = performance.now()
  await runFrames({
    goesOn: () => server.engine.isRunning() && terminal.isOpen,
    frame: () => server.frame(),
    schedule: (next) => {
      // After a pause, such as a breakpoint, the server goes on from now instead of running the frames it missed.
      due = Math.max(due + frameMs, performance.now() - frameMs)
      setTimeout(next, Math.max(0, due - performance.now()))
    },
  })
  readline.close()
}
