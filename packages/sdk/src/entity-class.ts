/**
 * Entity classes of plugins: maps and `createNamedEntity` find them like those of the game. The core knows which plugin
 * has which class; here are the functions that make the entities.
 */
import type { PluginScope } from './plugin-scope.js'
import type { Bridge } from './raw/bridge.js'
import type { Entity, EntityTable } from './raw/entity.js'
import { MetamodError, outOfRange, wrongType } from './raw/errors.js'
import type { Undo } from './raw/hook.js'

/**
 * Makes an entity one of the plugin's class. What it returns is not looked at, but it may be an async function: what that
 * throws is logged like any other error.
 */
export type EntityMaker = (entity: Entity) => unknown

/** The core holds names to the same. */
const longestName = 63
const place = 'addEntityClass'

export class EntityClasses {
  readonly #bridge: Bridge
  readonly #entities: EntityTable
  readonly #makers = new Map<string, { scope: PluginScope; maker: EntityMaker }>()

  constructor(bridge: Bridge, entities: EntityTable) {
    this.#bridge = bridge
    this.#entities = entities
  }

  add(scope: PluginScope, className: string, maker: EntityMaker): Undo {
    const name = checkedName(className)
    if (typeof maker !== 'function') throw wrongType(place, 'maker', 'a function', maker)
    this.#requireOwnMetamod()
    if (this.#makers.has(name) || !this.#bridge.addEntityClass(scope.slot, name)) {
      throw new MetamodError(
        'ENTITY_CLASS_TAKEN',
        `${place}: the game, Metamod or a plugin has the class "${name}" already; choose another name, such as one that begins with your plugin's`,
      )
    }
    this.#makers.set(name, { scope, maker })
    return scope.keep(() => {
      this.#makers.delete(name)
      this.#bridge.removeEntityClass(scope.slot, name)
    })
  }

  /** Makes an entity for the plugin in `slot`. A maker that throws leaves an entity of a class that does nothing. */
  spawn(slot: number, className: string, index: number): void {
    const registered = this.#makers.get(className)
    const entity = this.#entities.at(index)
    if (registered?.scope.slot !== slot || entity === null) return
    registered.scope.run(`entity class ${className}`, () => registered.maker(entity))
  }

  /** Another Metamod decides there what its engine finds, and none asks its plugins for classes. */
  #requireOwnMetamod(): void {
    const host = this.#bridge.hostName()
    if (host === '') return
    throw new MetamodError(
      'UNAVAILABLE',
      `${place}: as a plugin of ${host}, maps cannot find classes of plugins; run Metamod for TypeScript in its place, or change entities of the game in on.spawn`,
    )
  }
}

function checkedName(name: unknown): string {
  if (typeof name !== 'string') throw wrongType(place, 'className', 'a string', name)
  if (name.length === 0 || name.length > longestName)
    throw outOfRange(place, 'className', `1..${longestName} characters long`, name)
  if (/^[a-z][a-z0-9_]*$/i.test(name)) return name
  throw outOfRange(place, 'className', 'a letter, then letters, digits and "_"', name)
}
