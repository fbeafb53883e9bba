/** What the engine knows of clients. */
import { world, ada, bot, type EngineCall } from './subjects.js'

export const clients: readonly EngineCall[] = [
  ['getPlayerUserId', (p) => [ada(p), bot(p), world(p)].map((who) => p.engine.getPlayerUserId(who))],
  ['getPlayerAuthId', (p) => [ada(p), bot(p), world(p)].map((who) => p.engine.getPlayerAuthId(who))],
  ['getPlayerStats', (p) => [ada(p), bot(p)].map((who) => p.engine.getPlayerStats(who))],
  ['getCurrentPlayer', (p) => p.engine.getCurrentPlayer()],
  ['canSkipPlayer', (p) => p.engine.canSkipPlayer(ada(p))],
  [
    'voiceGetClientListening',
    (p) => [p.engine.voiceGetClientListening(1, 2), p.engine.voiceGetClientListening(1, 40)],
  ],
  [
    'voiceSetClientListening',
    (p) => [
      p.engine.voiceSetClientListening(1, 2, false),
      p.engine.voiceGetClientListening(1, 2),
      p.engine.voiceSetClientListening(1, 2, true),
      p.engine.voiceGetClientListening(1, 2),
    ],
  ],
  [
    'setClientMaxspeed',
    (p) => {
      p.engine.setClientMaxspeed(ada(p), 111)
      return ada(p).vars.maxSpeed
    },
  ],
  [
    'infoKeyValue',
    (p) => {
      const info = p.engine.getInfoKeyBuffer(ada(p))
      return info === null
        ? null
        : ['name', 'model', 'nothing'].map((key) => p.engine.infoKeyValue(info, key))
    },
  ],
  [
    'setClientKeyValue',
    (p) => {
      const info = p.engine.getInfoKeyBuffer(ada(p))
      if (info === null) return null
      p.engine.setClientKeyValue(1, info, 'rank', '7')
      return p.engine.infoKeyValue(info, 'rank')
    },
  ],
  [
    'infoRemoveKey',
    (p) => {
      const info = p.engine.getInfoKeyBuffer(ada(p))
      if (info === null) return null
      p.engine.infoRemoveKey(info, 'rank')
      return p.engine.infoKeyValue(info, 'rank')
    },
  ],
  [
    'a value with a backslash',
    (p) => {
      const info = p.engine.getInfoKeyBuffer(ada(p))
      if (info !== null) p.engine.setClientKeyValue(1, info, 'rank', 'a\\b')
    },
  ],
  [
    'server info',
    (p) => {
      const info = p.engine.getInfoKeyBuffer(null)
      return info === null
        ? null
        : ['sv_gravity', 'hostname', 'deathmatch'].map((key) => p.engine.infoKeyValue(info, key))
    },
  ],
  [
    'physics keys',
    (p) => {
      p.engine.setPhysicsKeyValue(ada(p), 'slj', '1')
      return [
        p.engine.getPhysicsKeyValue(ada(p), 'slj'),
        p.engine.getPhysicsKeyValue(ada(p), 'x'),
        p.engine.getPhysicsInfoString(ada(p)),
      ]
    },
  ],
  ['createFakeClient', (p) => p.engine.createFakeClient('Robot')?.vars.netName],
  ['queryClientCvarValue', (p) => p.engine.queryClientCvarValue(ada(p), 'rate')],
  ['queryClientCvarValue2', (p) => p.engine.queryClientCvarValue2(ada(p), 'fps_max', 77)],
  ['queryClientCvarValue of a bot', (p) => p.engine.queryClientCvarValue(bot(p), 'rate')],
  [
    'runPlayerMove',
    (p) => {
      p.engine.runPlayerMove(bot(p), [0, 45, 0], 100, 0, 0, 0, 0, 20)
      return [bot(p).vars.origin, bot(p).vars.vAngle]
    },
  ],
  ['runPlayerMove of a person', (p) => p.engine.runPlayerMove(ada(p), [0, 0, 0], 0, 0, 0, 0, 0, 10)],
]
