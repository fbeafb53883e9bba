/**
 * The one place where JavaScript is made from text. Events, calls and struct views are classes and functions of one
 * pattern, hundreds of them, and hot. Written out by the generator they would be tens of thousands of lines; as closures
 * that all share one body they would be megamorphic, which costs several times as much. So each is compiled at start from
 * its row. Only rows go into the text, which come from `api/` with this package; no value of a plugin's ever does.
 */

/** Compiles the body of a function, runs it with the names of `scope` in reach, and gives what it returns. */
export function compile(body: string, scope: Readonly<Record<string, unknown>>): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- See above: the text holds nothing from outside.
  const run = new Function(...Object.keys(scope), `'use strict'\n${body}`) as (
    ...values: unknown[]
  ) => unknown
  return run(...Object.values(scope))
}
