/** What hangs on each entity of the game, and from a class's name to what happens to an entity of it. */
export interface EntityClass {
  readonly name: string
  spawn?(self: number): void
  think?(self: number): void
  touch?(self: number, other: number): void
  use?(self: number, user: number): void
  blocked?(self: number, other: number): void
}

export interface EntityData {
  class: EntityClass | null
  /** The class's, until told otherwise. */
  think: ((self: number) => void) | undefined
  uses: number
  // Players only.
  ammo: number
  shownHealth: number
  respawnTime: number
}

export const freshData = (entityClass: EntityClass): EntityData => ({
  class: entityClass,
  think: entityClass.think?.bind(entityClass),
  uses: 0,
  ammo: 0,
  shownHealth: 0,
  respawnTime: 0,
})
