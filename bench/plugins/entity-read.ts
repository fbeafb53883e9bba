/** Reads a field of every entity through the SDK; the benchmark calls it through the global it sets. */
import { definePlugin, LoadTime, type Entity } from '@csr/metamod-sdk'

export default definePlugin({
  name: 'Entity read',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: 'https://example.com',
  logTag: 'ENT',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,
  attach(plugin) {
    const make = (): Entity[] =>
      Array.from({ length: 500 }, () => plugin.engine.createEntity()).filter((entity) => entity !== null)
    const sumOfHealth = (entities: readonly Entity[]): number => {
      let sum = 0
      for (const entity of entities) sum += entity.vars.health
      return sum
    }
    const remove = (entities: readonly Entity[]): void => {
      for (const entity of entities) plugin.engine.removeEntity(entity)
    }
    Object.assign(globalThis, { benchEntities: { make, sumOfHealth, remove } })
  },
})
