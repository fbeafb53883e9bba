/** Console, cvars, texts for people, random numbers, and what the engine tells of itself. */
import { AlertType } from '@csr/metamod-sdk'

import { screenOf } from '../console-commands.js'
import type { EngineCvar } from '../cvars.js'
import type { Engine } from '../engine.js'
import type { Cell } from '../pointers.js'
import { unavailable } from '../unavailable.js'

const prefixes: Readonly<Record<number, string>> = {
  [AlertType.Notice]: 'NOTE:  ',
  [AlertType.Warning]: 'WARNING:  ',
  [AlertType.Error]: 'ERROR:  ',
}

/** What a server of this kind is started with. */
const commandLine = ({ clients, gameDirectory, server }: Engine): string[] => [
  'fake_engine',
  '-game',
  gameDirectory ?? '',
  '+maxplayers',
  String(clients.max),
  '+map',
  server.firstMap,
]

/* eslint-disable @typescript-eslint/no-unused-vars -- Callers pass these all the same. */
export function consoleFunctions(engine: Engine) {
  const { clients, commands, console, cvars, random } = engine
  const setString = (name: string, value: string): void => {
    const cvar = cvars.find(name)
    if (cvar === null) console.line(`CVarSetString: no cvar is called ${name}; register it first`)
    else cvars.set(cvar, value)
  }
  return {
    serverCommand: (text: string): void => commands.queue(text),
    serverExecute: (): void => commands.execute(),
    cmdArgs: (): string => commands.current.rest,
    cmdArgv: (index: number): string => commands.current.words[index] ?? '',
    cmdArgc: (): number => commands.current.words.length,
    addServerCommand(name: string, run: () => void): void {
      if (name === '') console.line('AddServerCommand: a command needs a name and a function')
      else if (!commands.add(name, run))
        console.line(`AddServerCommand: ${name} is taken by a command or cvar; pick another name`)
    },
    cvarRegister: (cvar: EngineCvar): void => cvars.register(cvar),
    cvarRegisterVariable: (cvar: EngineCvar): void => cvars.register(cvar),
    cvarGetFloat: (name: string): number => cvars.number(name),
    cvarGetString: (name: string): string => cvars.text(name),
    cvarGetPointer: (name: string): EngineCvar | null => cvars.find(name),
    cvarSetString: setString,
    // Whole numbers without a fraction, as a server operator would type them.
    cvarSetFloat: (name: string, value: number): void =>
      setString(name, Number.isInteger(value) ? String(value) : value.toFixed(6)),
    cvarDirectSet: (cvar: EngineCvar, value: string): void => cvars.set(cvar, value),
    alertMessage(type: number, text: string): void {
      if (type === AlertType.Logged) console.log(text, cvars.number('mp_logecho') !== 0)
      // As GoldSrc does: none of these is shown while `developer` is 0.
      else if (cvars.number('developer') >= (type === AlertType.AiConsole ? 2 : 1))
        console.write((prefixes[type] ?? '') + text)
    },
    engineFprintf: (): void => unavailable('engineFprintf', 'there are no open files'),
    serverPrint: (text: string): void => console.write(text),
    clientPrintf(player: number, type: number, text: string): void {
      const client = clients.of(player)
      if (client === null) console.line('ClientPrintf: the entity is no connected client')
      // A bot has no screen.
      else if (!client.isBot) client.show(screenOf(type), text)
    },
    clientCommand(player: number, text: string): void {
      const client = clients.of(player)
      if (client === null) console.line('ClientCommand: the entity is no connected client')
      else if (!client.isBot) client.stuff(text)
    },
    endSection: (name: string): void => console.line(`EndSection: ${name}`),
    randomLong: (low: number, high: number): number => random.whole(low, high),
    randomFloat: (low: number, high: number): number => random.real(low, high),
    time: (): number => engine.server.uptime,
    isDedicatedServer: (): boolean => true,
    isMapValid: (map: string): boolean => engine.server.isMapValid(map),
    changeLevel(map: string, _landmark: string | null): void {
      if (engine.server.isMapValid(map)) engine.server.changeMap(map, true)
      else console.line(`ChangeLevel: map '${map}' is not below maps/ of the game directory`)
    },
    checkParm(parameter: string, next: Cell<string | null>): number {
      const words = commandLine(engine)
      const index = words.indexOf(parameter, 1)
      next.value = index < 0 ? null : (words[index + 1] ?? null)
      return Math.max(0, index)
    },
  }
}
