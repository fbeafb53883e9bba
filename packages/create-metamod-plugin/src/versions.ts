/**
 * The versions of all that a new project depends on: those with which this repository itself is built and tested, as its
 * package.json files have them when this package is built.
 */
import root from '../../../package.json' with { type: 'json' }
import loader from '../../loader/package.json' with { type: 'json' }
import sdk from '../../sdk/package.json' with { type: 'json' }
import testing from '../../testing/package.json' with { type: 'json' }

const tools: Readonly<Record<string, string>> = root.devDependencies

const ours: Readonly<Record<string, string>> = Object.fromEntries(
  [loader, sdk, testing].map(({ name, version }) => [name, version]),
)

/** A range for a package of the template. @throws Error for one that the repository does not have. */
export function versionRange(name: string): string {
  const version = ours[name] ?? tools[name]
  if (version !== undefined) return `^${version}`
  throw new Error(
    `template: ${name} is a dependency of the template and none of the repository; add it there`,
  )
}
