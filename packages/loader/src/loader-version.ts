/** This package's version, from the one place that states it. */
import packageJson from '../package.json' with { type: 'json' }

export const loaderVersion: string = packageJson.version
