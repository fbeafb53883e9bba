/** `meta config`: the settings in effect, and where each comes from. */
import { configKeys, type Config, type ConfigKey } from '../configuration/config-ini.js'
import { oneLine } from '../one-line.js'
import type { MetaContext, SubCommand } from './sub-command.js'

const widest = 60

export const config: SubCommand = {
  name: 'config',
  usage: '',
  summary: 'shows the settings in effect, and where each comes from',
  takes: [],
  run(context: MetaContext) {
    const { config: settings, game, print } = context
    const values = valuesOf(settings, context)
    const rows = configKeys.map((key) => [key, oneLine(values[key], widest), settings.sources[key]] as const)
    const width = Math.max(...rows.map(([, value]) => value.length))
    const keyWidth = Math.max(...configKeys.map(({ length }) => length))
    print(`Config options from localinfo and ${game.configFile}:`)
    for (const [key, value, source] of rows)
      print(`   ${key.padEnd(keyWidth)}  ${value.padEnd(width)}  ${source}`)
  },
}

/** As config.ini would say them. */
function valuesOf(settings: Config, { bridge, game }: MetaContext): Readonly<Record<ConfigKey, string>> {
  const found = bridge.gameDllPath()
  return {
    debuglevel: String(settings.debugLevel),
    gamedll: settings.gameDll ?? (found === '' ? '(none)' : `(found: ${game.display(found)})`),
    plugins_file: settings.pluginsFile,
    exec_cfg: settings.execFile,
    autodetect: yesOrNo(settings.autodetect),
    clientmeta: yesOrNo(settings.clientMeta),
    dynalign_list: yesOrNo(settings.alignList),
    libnode: settings.libnode ?? '(looked for)',
    load_timeout: String(settings.loadTimeoutMs),
  }
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
