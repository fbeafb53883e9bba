/** Console, variables, texts, numbers and files. */
import { AlertType, PrintType } from '@csr/metamod-sdk'

import { world, ada, bot, box, type EngineCall, each } from './subjects.js'

export const console: readonly EngineCall[] = [
  [
    'cvarGetFloat',
    ({ engine }) => ['sv_gravity', 'hostname', 'nothing'].map((name) => engine.cvarGetFloat(name)),
  ],
  [
    'cvarGetString',
    ({ engine }) => ['sv_gravity', 'hostname', 'nothing'].map((name) => engine.cvarGetString(name)),
  ],
  ...each([0, 1, 2.5, -3, 1e6, 0.1], 'cvarSetFloat', ({ engine }, value) => {
    engine.cvarSetFloat('sv_friction', value)
    return [engine.cvarGetString('sv_friction'), engine.cvarGetFloat('sv_friction')]
  }),
  ...each(['12abc', 'abc', '', ' 7', '1e3', '0x10'], 'cvarSetString', ({ engine }, value) => {
    engine.cvarSetString('sv_friction', value)
    return [engine.cvarGetString('sv_friction'), engine.cvarGetFloat('sv_friction')]
  }),
  ['cvarSetString of none', ({ engine }) => engine.cvarSetString('nothing', '1')],
  ['cvarGetPointer', ({ engine }) => [engine.cvarGetPointer('SV_GRAVITY'), engine.cvarGetPointer('nothing')]],
  [
    'cvarDirectSet',
    (p) => {
      const cvar = p.engine.cvarGetPointer('sv_maxspeed')
      if (cvar !== null) p.engine.cvarDirectSet(cvar, '300')
      return p.engine.cvarGetString('sv_maxspeed')
    },
  ],
  [
    'serverCommand',
    ({ engine }) => {
      engine.serverCommand('echo one; echo two\n')
      engine.serverExecute()
    },
  ],
  ['serverPrint', ({ engine }) => engine.serverPrint('printed in two ')],
  ['serverPrint of the rest', ({ engine }) => engine.serverPrint('pieces\n')],
  ...each(Object.values(AlertType), 'alertMessage', ({ engine }, type) =>
    engine.alertMessage(type, `alert ${type}\n`),
  ),
  ...each([0, 1, 2], 'alertMessage with developer', ({ engine }, level) => {
    engine.cvarSetFloat('developer', level)
    for (const type of Object.values(AlertType)) engine.alertMessage(type, `alert ${type} at ${level}\n`)
    engine.cvarSetFloat('developer', 0)
  }),
  ...each(Object.values(PrintType), 'clientPrintf', (p, type) =>
    p.engine.clientPrintf(ada(p), type, 'text\n'),
  ),
  ['clientPrintf to a bot', (p) => p.engine.clientPrintf(bot(p), PrintType.Chat, 'text\n')],
  ['clientPrintf to the world', (p) => p.engine.clientPrintf(world(p), PrintType.Chat, 'text\n')],
  ['clientCommand', (p) => p.engine.clientCommand(ada(p), 'say stuffed\n')],
  ['clientCommand of a box', (p) => p.engine.clientCommand(box(p), 'say stuffed\n')],
  ...each([1, 2, 6, 100], 'randomLong', ({ engine }, most) =>
    [0, 1, 2, 3].map(() => engine.randomLong(1, most)),
  ),
  ...each([1, 2, 6, 100], 'randomFloat', ({ engine }, most) =>
    [0, 1, 2, 3].map(() => engine.randomFloat(0, most)),
  ),
  ['time', ({ engine }) => engine.time()],
  ['isDedicatedServer', ({ engine }) => engine.isDedicatedServer()],
  ...each(['box', 'yard', '', 'a b', '../x', 'x'.repeat(40)], 'isMapValid', ({ engine }, map) =>
    engine.isMapValid(map),
  ),
  ['changeLevel to no map', ({ engine }) => engine.changeLevel('../x', null)],
  ['checkParm', ({ engine }) => engine.checkParm('-game')],
  ['endSection', ({ engine }) => engine.endSection('one')],
  ['isCareerMatch', ({ engine }) => engine.isCareerMatch()],
  ['getLocalizedStringLength', ({ engine }) => engine.getLocalizedStringLength('#label')],
  ['getFileSize of nothing', ({ engine }) => engine.getFileSize('nothing.txt')],
  ['loadFileForMe of nothing', ({ engine }) => engine.loadFileForMe('nothing.txt')],
  ['compareFileTime of nothing', ({ engine }) => engine.compareFileTime('nothing.txt', 'none.txt')],
  ['getApproxWavePlayLen of nothing', ({ engine }) => engine.getApproxWavePlayLen('nothing.wav')],
  ['sequenceGet', ({ engine }) => engine.sequenceGet('none', 'none')],
  ['sequencePickSentence', ({ engine }) => engine.sequencePickSentence('none', 0)],
  ...each(['', 'a', 'Metamod', 'ÿ€'], 'crc32', ({ engine }, text) => {
    const bytes = new TextEncoder().encode(text)
    return engine.crc32Final(engine.crc32ProcessBuffer(engine.crc32Init(0), bytes, bytes.length))
  }),
  ['crc32ProcessByte', ({ engine }) => engine.crc32Final(engine.crc32ProcessByte(engine.crc32Init(0), 97))],
  [
    'decalIndex',
    ({ engine }) => [engine.decalIndex('{shot1'), engine.decalIndex('{shot2'), engine.decalIndex('')],
  ],
  [
    'functionFromName',
    ({ engine }) => [engine.functionFromName('player'), engine.functionFromName('nothing')],
  ],
  [
    'nameForFunction',
    ({ engine }) => {
      const found = engine.functionFromName('ammo_box')
      return found === null ? null : engine.nameForFunction(found)
    },
  ],
  ['precacheModel too late', ({ engine }) => engine.precacheModel('models/late.mdl')],
  ['precacheSound too late', ({ engine }) => engine.precacheSound('late.wav')],
  ['precacheModel that is known', ({ engine }) => engine.precacheModel('models/player.mdl')],
  ['precacheGeneric', ({ engine }) => engine.precacheGeneric('sprites/test.txt')],
  ['precacheEvent', ({ engine }) => engine.precacheEvent(1, 'events/shot.sc')],
]
