/**
 * Objects whose properties are known when they are made, and which say so when asked for another: a misspelt hook or
 * function is the most common first mistake, and `undefined is not a function` does not help with it.
 */

/** Properties that Node, promises and test runners look for on any object. */
const probes = new Set<PropertyKey>([
  'then',
  'toJSON',
  'constructor',
  'asymmetricMatch',
  '$$typeof',
  'nodeType',
  'tagName',
])

/**
 * Gives an object a last resort for unknown names. Its own properties stay as fast as those of any object, because only
 * its prototype is a Proxy.
 *
 * @param explain - Makes the error for a name that the object lacks.
 */
export function closedTable<Table extends object>(table: Table, explain: (name: string) => Error): Table {
  const trap = new Proxy(Object.freeze({}), {
    get(_, name) {
      if (typeof name === 'symbol' || probes.has(name) || name in Object.prototype) return undefined
      throw explain(name)
    },
  })
  return Object.freeze(Object.assign(Object.create(trap) as Table, table))
}

/**
 * The names that are most like a given one, best first; at most three.
 *
 * @param most - How many letters may be wrong; half of them unless told.
 */
export function nearestNames(name: string, names: readonly string[], most?: number): string[] {
  const wanted = name.toLowerCase().replace(/^pfn_?|_/g, '')
  return names
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= (most ?? Math.max(2, wanted.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** How many letters have to be added, removed or replaced to make one word of another. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
