/** How text stands on the players' screens. */
import { finiteNumber, record, wholeNumber } from './raw/checks.js'

/** Red, green, blue and alpha, 0..255 each. */
export type Color = readonly [number, number, number, number]

/**
 * Where, how and how long a text is shown by `util.centerSay`. Where members are left out, it is white, in the middle, and
 * stays for five seconds.
 *
 * @native hudtextparms_t
 */
export interface HudTextParms {
  /** From the left edge 0 to the right edge 1; -1, as if left out, centers. */
  readonly x?: number
  /** From the upper edge 0 to the lower edge 1; -1, as if left out, centers. */
  readonly y?: number
  /** 0, as if left out, fades in and out; 1 flickers; 2 writes letter by letter. */
  readonly effect?: number
  /** The color of the text; white if left out. */
  readonly color1?: Color
  /** The color of a letter that is being written, with effect 2; white if left out. */
  readonly color2?: Color
  /** How long it takes to appear, with effect 2 each letter; 0.5 if left out. */
  readonly fadeInSeconds?: number
  /** How long it takes to vanish; 0.5 if left out. */
  readonly fadeOutSeconds?: number
  /** How long it stays in between; 5 if left out. */
  readonly holdSeconds?: number
  /** How long each letter is being written, with effect 2; 0 if left out. */
  readonly fxSeconds?: number
  /** 1..4; a text replaces what its channel shows. 1 if left out. */
  readonly channel?: number
}

const white: Color = [255, 255, 255, 255]

/** The members of `hudtextparms_t` in their order. */
export function hudTextNumbers(parms: HudTextParms): Float64Array {
  const place = 'centerSay'
  const given = record(parms, place, 'parms') as HudTextParms
  const real = (what: keyof HudTextParms, otherwise: number): number =>
    finiteNumber(given[what] ?? otherwise, place, `parms.${what}`)
  const color = (what: 'color1' | 'color2'): number[] =>
    Array.from({ length: 4 }, (_, i) =>
      wholeNumber((given[what] ?? white)[i], 0, 255, place, `parms.${what}[${i}]`),
    )
  return Float64Array.from([
    real('x', -1),
    real('y', -1),
    wholeNumber(given.effect ?? 0, 0, 2, place, 'parms.effect'),
    ...color('color1'),
    ...color('color2'),
    real('fadeInSeconds', 0.5),
    real('fadeOutSeconds', 0.5),
    real('holdSeconds', 5),
    real('fxSeconds', 0),
    wholeNumber(given.channel ?? 1, 1, 4, place, 'parms.channel'),
  ])
}
