/** `plugin.events` as TypeScript sees it: the package typed-emitter over our events. */
import type { PluginEvents } from './plugin-events.js'
import type { TypedEmitter } from './typed-emitter.cjs'

/**
 * Node's EventEmitter with the names and listeners of {@link PluginEvents}. A listener may be an async function; what it
 * throws is logged, and the others are called all the same.
 */
export type PluginEventEmitter = TypedEmitter<PluginEvents>
