/** What has to be watched for a plugin: its files, and the symbolic links on the way to them. */
import { lstatSync, readlinkSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

// As many as the kernel follows.
const mostLinks = 40

/**
 * @param path - The plugin's file or package folder.
 * @param files - The files that it was bundled from.
 */
export function watchedPaths(path: string, files: Iterable<string>): Set<string> {
  // It says which file a package folder's plugin is, even if there is none yet.
  const description = isFolder(path) ? [join(path, 'package.json')] : []
  const paths = new Set([path, ...description, ...files])
  for (const file of [...paths]) addLinks(file, paths, mostLinks)
  return paths
}

/** Adds each symbolic link among a path and the folders above it, and where it leads. */
function addLinks(path: string, found: Set<string>, most: number): void {
  if (most === 0) return
  const parts = path.split(sep)
  for (let count = 2; count <= parts.length; count += 1) {
    const link = parts.slice(0, count).join(sep)
    const target = targetOf(link)
    if (target === null) continue
    const whole = join(resolve(dirname(link), target), ...parts.slice(count))
    found.add(link)
    found.add(whole)
    addLinks(whole, found, most - 1)
    return
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function targetOf(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null
  } catch {
    return null
  }
}
