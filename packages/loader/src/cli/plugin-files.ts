/** The files in a game directory that could be plugins, for the Tab key. */
import { readdirSync, type Dirent } from 'node:fs'
import { extname, join, relative } from 'node:path'

const endings = new Set(['.so', '.ts', '.js'])
// A key was pressed: it is better to offer too little than to make the server wait.
const deepest = 4
const most = 500

/** Paths relative to the game directory of libraries and scripts below its `addons` and `dlls`. */
export function pluginFiles(gameDirectory: string): string[] {
  const files: string[] = []
  const search = (folder: string, depth: number): void => {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (files.length >= most) return
      if (entry.isFile() && endings.has(extname(entry.name))) files.push(relative(gameDirectory, path))
      const isOpen = entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')
      if (isOpen && depth < deepest) search(path, depth + 1)
    }
  }
  for (const folder of ['addons', 'dlls']) search(join(gameDirectory, folder), 1)
  return files
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // Not there, or not for us to read.
    return []
  }
}
