/** The TypeScript twin of native-bridge/plugins/every-util: the same calls, and the same lines about what they answer. */
import { pluginSource } from './plugin-source.js'

export const everyUtil = pluginSource(
  'Every twin',
  `    const { util, engine } = plugin
    const say = (line: string): void => util.logConsole(line)
    const callGameEntity = (className: string): void => {
      const entity = engine.createEntity()!
      say(\`CallGameEntity \${className} = \${Number(util.callGameEntity(className, entity))}\`)
      engine.removeEntity(entity)
    }
    const askMessage = (name: string): void => {
      const found = util.getUserMsgId(name)
      say(\`GetUserMsgID \${name} = \${found?.id ?? 0}, size \${found?.size ?? -2}\`)
      if (found === null) return
      const back = util.getUserMsgName(found.id)
      say(\`GetUserMsgName \${found.id} = \${back?.name}, size \${back?.size}\`)
    }
    const queried = (): void => say(\`IsQueryingClientCvar = \${util.isQueryingClientCvar(plugin.entity(1)!) ?? 'nothing'}\`)
    engine.regUserMsg('Every', 3)
    plugin.onEngine.time(() => say('GetHookTables: the hook of Time ran'))
    plugin.addCommand('twin_util', () => {
      util.logConsole('LogConsole 5% done')
      util.logMessage('LogMessage 5% done')
      util.logError('LogError 5% done')
      util.logDeveloper('LogDeveloper 5% done')
      const parms = {
        x: 0.5, y: -1, effect: 0, color1: [1, 2, 3, 4], color2: [5, 6, 7, 8],
        fadeInSeconds: 0.5, fadeOutSeconds: 1, holdSeconds: 2, fxSeconds: 0, channel: 3,
      } as const
      util.centerSay('CenterSay 5%')
      util.centerSay('CenterSayParms 5%', parms)
      util.centerSay('CenterSayVarargs 5%', parms)
      callGameEntity('info_player_start')
      callGameEntity('no_such_class')
      for (const name of ['SayText', 'Every', 'svc_print', 'NoSuchText']) askMessage(name)
      say(\`GetPluginPath = \${util.getPluginPath()}\`)
      for (const tag of Object.values(GameInfo)) say(\`GetGameInfo \${tag} = \${util.getGameInfo(tag)}\`)
      engine.queryClientCvarValue(plugin.entity(1)!, 'rate')
      engine.queryClientCvarValue2(plugin.entity(1)!, 'cl_lw', util.makeRequestId())
      queried()
      const firstId = util.makeRequestId()
      say(\`MakeRequestId = \${firstId}, then \${util.makeRequestId() - firstId} more\`)
      const hooked = util.getHookTables()
      const yes = (table: object): string => (Object.keys(table).length > 0 ? 'yes' : 'no')
      say(\`GetHookTables: engine \${yes(hooked.engine)}, dll \${yes(hooked.gamedll)}, new dll \${yes(hooked.gamedll)}\`)
      hooked.engine.time()
    })
    plugin.addCommand('twin_util_answered', queried)`,
  { top: "import { GameInfo } from '@csr/metamod-sdk'" },
)
