/** What the checks look at: a game directory with an installation in it. */
import type { Config } from '../configuration/config-ini.js'
import type { Game } from '../install/game.js'
import { folders } from '../install/layout.js'
import type { InstallRecord } from '../install/record.js'
import type { SystemLibraries } from './system-libraries.js'

export interface Installation {
  readonly game: Game
  readonly record: InstallRecord
  /** What config.ini says; the defaults where it is not there. */
  readonly config: Config
  /** Its path below the game directory. */
  readonly configFile: string
  readonly system: SystemLibraries
  readonly environment: NodeJS.ProcessEnv
}

/** Our folder, below the game directory. */
export const ourFolder = ({ record }: Installation): string => folders[record.mode]

/** What puts our own files right. */
export const installAgain = ({ record }: Installation): string =>
  record.mode === 'guest' ? `run 'install --guest' again` : `run 'install' again`
