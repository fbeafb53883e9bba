/** What the development server says of itself at its console. */
import { displayFile } from '../errors/source-place.js'

/** Two lines for an author who sees the console for the first time. */
export function welcome(entry: string, isWatching: boolean): string[] {
  const live = isWatching ? `save ${displayFile(entry)} and it is live` : `'meta reload' loads a plugin anew`
  return [
    `Speak as a player: as Ada say !hello     (what she is sent is printed as 'Ada sees: …')`,
    `'help' lists what else to type; ${live}; 'quit' ends`,
  ]
}

export const consoleHelp: readonly string[] = [
  `as NAME COMMAND      a player types it: 'as Ada say !hello', 'as Ada kill'`,
  `bot NAME, kick NAME  a player comes, or goes; 'status' lists who is there`,
  `messages NAME        what user messages the player was sent last`,
  `changelevel MAP      ends the map and starts another; every name is a map`,
  `meta list            the plugins; 'meta help' lists what else there is`,
  `meta inspect         lets a debugger attach`,
  `cmdlist, cvarlist    all commands and cvars, also those of plugins; type a cvar's name and a value to set it`,
  `quit                 ends the server, as Ctrl-C does. The Tab key completes`,
]
