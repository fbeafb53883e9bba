/** What a host of the loader needs: the development server of this package, and the bridge inside a real engine. */
export { GameDirectory } from './game-directory.js'
export { Loader, type LoaderOptions } from './loader.js'
