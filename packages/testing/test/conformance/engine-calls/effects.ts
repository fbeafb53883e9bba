/** What only clients see or hear. */
import { Channel, CvarFlag, MessageDest } from '@csr/metamod-sdk'

import { ada, box, type EngineCall } from './subjects.js'

export const effects: readonly EngineCall[] = [
  ['emitSound', (p) => p.engine.emitSound(ada(p), Channel.Voice, 'player/death.wav', 1, 0.8, 0, 100)],
  [
    'emitSound of an unknown',
    (p) => p.engine.emitSound(ada(p), Channel.Voice, 'nothing.wav', 1, 0.8, 0, 100),
  ],
  ['emitAmbientSound', (p) => p.engine.emitAmbientSound(box(p), [1, 2, 3], 'items/ammo.wav', 0.5, 1, 0, 90)],
  [
    'buildSoundMsg',
    (p) =>
      p.engine.buildSoundMsg(
        ada(p),
        Channel.Item,
        'items/ammo.wav',
        1,
        1,
        0,
        100,
        MessageDest.All,
        6,
        null,
        null,
      ),
  ],
  ['particleEffect', ({ engine }) => engine.particleEffect([1, 2, 3], [0, 0, 1], 5, 20)],
  ['lightStyle', ({ engine }) => engine.lightStyle(1, 'abcabc')],

  ['staticDecal', ({ engine }) => engine.staticDecal([0, 0, 0], 1, 0, 1)],
  ['crosshairAngle', (p) => p.engine.crosshairAngle(ada(p), 10, -5)],
  ['fadeClientVolume', (p) => p.engine.fadeClientVolume(ada(p), 50, 1, 2, 3)],
  ['playbackEvent', (p) => p.engine.playbackEvent(0, ada(p), 1, 0, [0, 0, 0], [0, 0, 0], 0.5, 0, 1, 2, 0, 1)],
  [
    'regUserMsg',
    ({ engine }) => [
      engine.regUserMsg('SayText', -1),
      engine.regUserMsg('Own', 3),
      engine.regUserMsg('Own', 3),
    ],
  ],
  ['regUserMsg with a bad name', ({ engine }) => engine.regUserMsg('MuchTooLongName', 3)],
  ['setGroupMask', ({ engine }) => engine.setGroupMask(0, 0)],
  ['CvarFlag of a cvar', (p) => [p.cvar('sv_gravity')?.flags, CvarFlag.Server]],
]
