/** A point, direction or set of angles: world units along x, y and z, or degrees of pitch, yaw and roll. */
export type Vec3 = readonly [number, number, number]

/** Whether a value can serve as a {@link Vec3}: an array or typed array of exactly three finite numbers. */
export function isVec3(value: unknown): value is Vec3 {
  if (!Array.isArray(value) && !(value instanceof Float32Array) && !(value instanceof Float64Array))
    return false
  return (
    value.length === 3 && Number.isFinite(value[0]) && Number.isFinite(value[1]) && Number.isFinite(value[2])
  )
}
