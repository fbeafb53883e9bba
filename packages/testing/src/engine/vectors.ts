/** Vectors and angles, as GoldSrc reckons with them: degrees, pitch yaw roll, yaw 0 along x. */
import type { Vec3 } from '@csr/metamod-sdk'

export interface Basis {
  readonly forward: Vec3
  readonly right: Vec3
  readonly up: Vec3
}

const degreesPerRadian = 57.29577951

export const none: Vec3 = [0, 0, 0]

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const scale = (a: Vec3, by: number): Vec3 => [a[0] * by, a[1] * by, a[2] * by]
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const length = (a: Vec3): number => Math.sqrt(dot(a, a))

function wrap(degrees: number): number {
  const wrapped = degrees % 360
  return wrapped < 0 ? wrapped + 360 : wrapped
}

/** The directions of somebody who looks along the angles. */
export function basisOf(angles: Vec3): Basis {
  const [pitch, yaw, roll] = angles.map((degrees) => degrees / degreesPerRadian) as unknown as Vec3
  const [sp, cp, sy, cy] = [Math.sin(pitch), Math.cos(pitch), Math.sin(yaw), Math.cos(yaw)]
  const [sr, cr] = [Math.sin(roll), Math.cos(roll)]
  return {
    forward: [cp * cy, cp * sy, -sp],
    right: [cr * sy - sr * sp * cy, -cr * cy - sr * sp * sy, -sr * cp],
    up: [cr * sp * cy + sr * sy, cr * sp * sy - sr * cy, cr * cp],
  }
}

/** The yaw of a direction, 0..360. */
export function yawOf([x, y]: Vec3): number {
  return x === 0 && y === 0 ? 0 : wrap(Math.atan2(y, x) * degreesPerRadian)
}

export function anglesOf(direction: Vec3): Vec3 {
  const [x, y, z] = direction
  if (x === 0 && y === 0) return [z > 0 ? 90 : 270, 0, 0]
  return [wrap(Math.atan2(z, Math.hypot(x, y)) * degreesPerRadian), yawOf(direction), 0]
}

/** Turns from one angle towards another by at most a step. */
export function turn(from: number, to: number, step: number): number {
  const start = wrap(from)
  let way = wrap(to) - start
  if (way > 180) way -= 360
  if (way < -180) way += 360
  return wrap(start + Math.max(-step, Math.min(step, way)))
}
