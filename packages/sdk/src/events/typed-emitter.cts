/**
 * The package typed-emitter, which is CommonJS: from a CommonJS file its type is the default export for every module system
 * and for the bundler of our declarations; from an ES module it would be `default.default` for some of them.
 */
import type Emitter from 'typed-emitter'
import type { EventMap } from 'typed-emitter'

export type TypedEmitter<Events extends EventMap> = Emitter<Events>
