/** What a host of the loader needs: the development server of this package, and the bridge inside a real engine. */
export { GameDirectory } from './configuration/game-directory.js'
export { Loader, type LoaderOptions } from './loader.js'
// What a server without native code needs besides: see packages/testing.
export { bundlePlugin, type Bundle } from './script/bundle.js'
export { Dispatch, type Answer, type HookCall } from './reference/index.js'
export type { Plugin } from './plugins/plugin.js'
