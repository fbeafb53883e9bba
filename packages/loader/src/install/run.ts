/** `install` and `uninstall`: show the plan, ask, make the changes, say what is next. */
import { applyChanges, describePlan, type Plan } from './change.js'
import { confirm } from './confirm.js'
import { realDisk, type Disk } from './disk.js'
import { engineNames, findGame, gameName, type Game, type GameChoice } from './game.js'
import { folders, type Mode } from './layout.js'
import { planInstall } from './plan-install.js'
import { planUninstall } from './plan-uninstall.js'
import { findSources, type Sources } from './sources.js'

export interface RunOptions {
  readonly directory: string
  readonly choice: GameChoice
  readonly dryRun: boolean
  readonly yes: boolean
  readonly print: (line: string) => void
  readonly disk?: Disk
}

export interface InstallOptions extends RunOptions {
  readonly mode: Mode
  readonly host: string | null
  /** What to install; found from this package where left out. */
  readonly sources?: Sources
}

/** @throws InstallError with nothing changed. */
export async function install(options: InstallOptions): Promise<void> {
  const game = findGame(options.directory, options.choice)
  introduce(game, options)
  const sources = options.sources ?? findSources(game.architecture)
  const plan = planInstall({ game, sources, mode: options.mode, host: options.host })
  const next = `list plugins in ${folders[options.mode]}/plugins.ini; 'doctor' checks the rest`
  const nothing = `version ${sources.version} is installed already, nothing to do`
  await carryOut(game, plan, options, nothing, `installed version ${sources.version}; ${next}`)
}

/** @throws InstallError with nothing changed. */
export async function uninstall(options: RunOptions & { readonly purge: boolean }): Promise<void> {
  const game = findGame(options.directory, options.choice)
  introduce(game, options)
  await carryOut(game, planUninstall(game, options.purge), options, 'nothing to do', 'uninstalled')
}

function introduce(game: Game, { print }: RunOptions): void {
  print(`${gameName(game)} in ${game.directory}: ${engineNames[game.engine]}, ${game.architecture}`)
}

async function carryOut(
  game: Game,
  plan: Plan,
  options: RunOptions,
  nothing: string,
  done: string,
): Promise<void> {
  const { print, dryRun, yes } = options
  for (const line of describePlan(plan)) print(line)
  if (plan.changes.length === 0) print(nothing)
  else if (dryRun) print('nothing was changed, because of --dry-run')
  else if (yes || (await confirm('Go on?'))) {
    withoutSignals(() => applyChanges(game.directory, plan.changes, options.disk ?? realDisk))
    print(done)
  } else print('nothing was changed')
}

/** A Ctrl-C in the middle would leave a half. The changes take a moment, and can be undone afterwards. */
function withoutSignals(action: () => void): void {
  const ignore = (): void => undefined
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, ignore)
  try {
    action()
  } finally {
    for (const signal of signals) process.off(signal, ignore)
  }
}
