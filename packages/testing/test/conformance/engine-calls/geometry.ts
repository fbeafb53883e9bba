/** Vectors, traces and monsters. */
import type { Vec3 } from '@csr/metamod-sdk'

import { world, ada, lift, box, type EngineCall, each } from './subjects.js'

const points: readonly Vec3[] = [
  [0, 0, 0],
  [0, 0, 40],
  [500, 500, 300],
  [600, 0, 0],
  [-511, 0, 10],
  [0, 0, 5000],
]
const directions: readonly Vec3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [0, 0, -1],
  [-3, 4, 12],
  [0, 0, 0],
]
const angles: readonly Vec3[] = [
  [0, 0, 0],
  [0, 90, 0],
  [45, 30, 0],
  [-89, 270, 15],
]

const traces = points.flatMap((from) =>
  directions.slice(0, 5).map((way): EngineCall => {
    const to = from.map((at, axis) => at + (way[axis] ?? 0) * 700) as unknown as Vec3
    return [
      `traceLine(${from.join(' ')} to ${to.join(' ')})`,
      ({ engine }) => engine.traceLine(from, to, 0, null),
    ]
  }),
)

export const geometry: readonly EngineCall[] = [
  ...each(directions, 'vecToYaw', ({ engine }, way) => engine.vecToYaw(way)),
  ...each(directions, 'vecToAngles', ({ engine }, way) => engine.vecToAngles(way)),
  ...each(angles, 'angleVectors', ({ engine }, turn) => engine.angleVectors(turn)),
  ...each(angles, 'makeVectors', ({ engine, globals }, turn) => {
    engine.makeVectors(turn)
    return [globals.vForward, globals.vRight, globals.vUp]
  }),
  ...each(points, 'pointContents', ({ engine }, at) => engine.pointContents(at)),
  ...traces,
  ...[0, 1, 2, 3].map((hull): EngineCall => [
    `traceHull(${hull})`,
    ({ engine }) => engine.traceHull([0, 0, 40], [900, 0, 40], 0, hull, null),
  ]),
  ['traceLine that skips', (p) => p.engine.traceLine([-400, 0, 40], [400, 0, 40], 0, ada(p))],
  ['traceLine past monsters', (p) => p.engine.traceLine([-400, 0, 40], [400, 0, 40], 1, null)],
  ['traceToss', (p) => p.engine.traceToss(box(p), null)],
  ['traceMonsterHull', (p) => p.engine.traceMonsterHull(ada(p), [0, 0, 40], [0, 300, 40], 0, null)],
  ['traceModel', (p) => p.engine.traceModel([-400, 0, 40], [400, 0, 40], 0, lift(p))],
  ['traceTexture of the floor', (p) => p.engine.traceTexture(world(p), [0, 0, 100], [0, 0, -100])],
  ['traceTexture of nothing', (p) => p.engine.traceTexture(null, [0, 0, 100], [0, 0, 101])],
  ['getAimVector', (p) => p.engine.getAimVector(ada(p), 1000)],
  ['entIsOnFloor', (p) => p.engine.entIsOnFloor(ada(p))],
  ['dropToFloor', (p) => p.engine.dropToFloor(box(p))],
  ['walkMove', (p) => p.engine.walkMove(box(p), 90, 16, 0)],
  ['checkVisibility', (p) => p.engine.checkVisibility(ada(p), p.engine.setFatPVS([0, 0, 0]))],
  ['findClientInPVS', (p) => p.engine.findClientInPVS(box(p))],
  ['entitiesInPVS', (p) => p.engine.entitiesInPVS(ada(p))],
]
