/**
 * The template is a project that runs as it stands, called `my-plugin`. Here its names become those of the new project, each
 * written as the kind of file wants it.
 */
import type { PackageManager } from './package-manager.js'
import { bareName, type Project } from './project.js'
import { versionRange } from './versions.js'

type Names = Pick<Project, 'name' | 'author' | 'description'> & {
  /** With which the packages are installed. */
  readonly manager: PackageManager
}

/** @param path - Of the file in the template; it tells the kind. */
export function fillIn(path: string, content: string, names: Names): string {
  if (path === 'package.json') return packageJson(content, names)
  if (path.endsWith('.ts')) return source(content, names)
  if (path === 'README.md') return readme(content, names)
  if (path.startsWith('.github/')) return workflow(content, names)
  return content
}

interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

function packageJson(content: string, { name, author, description }: Names): string {
  const template = JSON.parse(content) as PackageJson
  const versions = (dependencies: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(dependencies).map((dependency) => [dependency, versionRange(dependency)]))
  const filled = {
    ...template,
    name,
    description,
    author,
    dependencies: versions(template.dependencies),
    devDependencies: versions(template.devDependencies),
  }
  return `${JSON.stringify(filled, null, 2)}\n`
}

function source(content: string, { name, author }: Names): string {
  return replaced(content, {
    "'My Plugin'": literal(titleOf(name)),
    "'Your Name'": literal(author),
    "'MY_PLUGIN'": literal(wordOf(name).toUpperCase()),
    my_plugin: wordOf(name),
  })
}

function readme(content: string, { name, description }: Names): string {
  return replaced(content, {
    'My Plugin': titleOf(name),
    'A Metamod plugin.': description,
    my_plugin: wordOf(name),
    'my-plugin': bareName(name),
  })
}

/** Without a lock file of npm's there is nothing to `npm ci` from, and nothing to keep its downloads by. */
function workflow(content: string, { manager }: Names): string {
  return manager === 'npm' ? content : replaced(content, { ', cache: npm': '', 'npm ci': 'npm install' })
}

/** All at once: what is put in may read like something that is to be replaced. */
function replaced(content: string, words: Readonly<Record<string, string>>): string {
  const pattern = new RegExp(Object.keys(words).map(escaped).join('|'), 'g')
  return content.replace(pattern, (word) => words[word] ?? word)
}

const escaped = (word: string): string => word.replaceAll('.', '\\.')

/** Names of plugins may be longer; these are typed and read in lists. */
const longestTitle = 60
const longestWord = 40

/** `round-timer` as people say it: `Round Timer`. */
export function titleOf(name: string): string {
  const words = bareName(name)
    .split(/[^a-z0-9]+/i)
    .filter(Boolean)
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return title.slice(0, longestTitle).trim() || 'Plugin'
}

/** `round-timer` as cvars and commands are called: `round_timer`. */
export function wordOf(name: string): string {
  const word = bareName(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, longestWord)
    .replaceAll(/^_|_$/g, '')
  if (word === '') return 'plugin'
  return /^[a-z]/.test(word) ? word : `plugin_${word}`
}

/** A TypeScript literal in the quotes that the template has. */
function literal(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped}'`
}
