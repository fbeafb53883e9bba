/** What calls of the engine are about: who plays, and what stands about. */
import type { Entity, Plugin } from '@csr/metamod-sdk'

/** A call and the value that is compared. */
export type EngineCall = readonly [what: string, call: (plugin: Plugin) => unknown]

// Whom the calls are about.
export const world = (plugin: Plugin): Entity => plugin.entity(0) as Entity
export const ada = (plugin: Plugin): Entity => plugin.entity(1) as Entity
export const bot = (plugin: Plugin): Entity => plugin.entity(2) as Entity
export const lift = (plugin: Plugin): Entity =>
  plugin.engine.findEntityByString(null, 'classname', 'test_lift') as Entity
export const box = (plugin: Plugin): Entity =>
  plugin.engine.findEntityByString(null, 'classname', 'ammo_box') as Entity
export const made = ({ engine }: Plugin): Entity => engine.createNamedEntity('ammo_box') as Entity

/** A call for each of some values. */
export const each = <Value>(
  values: readonly Value[],
  what: string,
  call: (plugin: Plugin, value: Value) => unknown,
): EngineCall[] =>
  values.map((value) => [`${what}(${JSON.stringify(value)})`, (plugin) => call(plugin, value)])
