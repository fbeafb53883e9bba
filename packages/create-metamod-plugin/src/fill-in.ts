/**
 * The template is a project that runs as it stands, called `my-plugin`. Here its names become those of the new project, each
 * written as the kind of file wants it.
 */
import type { Project } from './project.js'
import { versionRange } from './versions.js'

type Names = Pick<Project, 'name' | 'author' | 'description'>

/** @param path - Of the file in the template; it tells the kind. */
export function fillIn(path: string, content: string, names: Names): string {
  if (path === 'package.json') return packageJson(content, names)
  if (path.endsWith('.ts')) return source(content, names)
  if (path === 'README.md') return readme(content, names)
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
  return content
    .replaceAll("'My Plugin'", () => literal(titleOf(name)))
    .replaceAll("'Your Name'", () => literal(author))
    .replaceAll("'MY_PLUGIN'", () => literal(wordOf(name).toUpperCase()))
    .replaceAll('my_plugin', () => wordOf(name))
}

function readme(content: string, { name, description }: Names): string {
  return content
    .replaceAll('My Plugin', () => titleOf(name))
    .replaceAll('A Metamod plugin.', () => description)
    .replaceAll('my_plugin', () => wordOf(name))
    .replaceAll('my-plugin', () => bareName(name))
}

const bareName = (name: string): string => name.replace(/^@[^/]*\//, '')

/** `round-timer` as people say it: `Round Timer`. */
export function titleOf(name: string): string {
  const words = bareName(name)
    .split(/[^a-z0-9]+/i)
    .filter(Boolean)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}

/** `round-timer` as cvars and commands are called: `round_timer`. */
export function wordOf(name: string): string {
  const word = bareName(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
  return /^[a-z]/.test(word) ? word : `plugin_${word}`
}

/** A TypeScript literal in the quotes that the template has. */
function literal(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped}'`
}
