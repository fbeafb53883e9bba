// What the native parts need, said in one line where it is missing.
import { has, capture } from './process.mjs'

const wanted = [
  {
    name: 'a C++ compiler',
    commands: [process.env.CXX ?? 'c++', 'g++', 'clang++'],
    debian: 'g++',
    fedora: 'gcc-c++',
  },
  { name: 'CMake', commands: ['cmake'], debian: 'cmake', fedora: 'cmake' },
  { name: 'Ninja or Make', commands: ['ninja', 'make'], debian: 'ninja-build', fedora: 'ninja-build' },
]

/** One line naming what to install, or null when everything is there. */
export function missingTools() {
  const missing = wanted.filter(({ commands }) => !commands.some(has))
  if (missing.length === 0) return null
  const names = missing.map(({ name }) => name).join(' and ')
  const debian = missing.map((tool) => tool.debian).join(' ')
  const fedora = missing.map((tool) => tool.fedora).join(' ')
  return `metamod: ${names} not found. Install with: apt-get install ${debian}   (Fedora: dnf install ${fedora})`
}

export function generator() {
  return has('ninja') ? 'Ninja' : 'Unix Makefiles'
}

/** Whether this compiler can make 32-bit programs (Debian: g++-multilib). */
export function canBuild32() {
  const source = '#include <cstdint>\nint main() { return sizeof(void*) == 4 ? 0 : 1; }\n'
  const args = ['-m32', '-idirafter', '/usr/include/x86_64-linux-gnu', '-x', 'c++', '-o', '/dev/null', '-']
  return capture('sh', ['-c', `printf '%s' '${source}' | c++ ${args.join(' ')}`]).code === 0
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const line = missingTools()
  console.log(line ?? 'metamod: all tools for the native parts are here')
  process.exitCode = line ? 1 : 0
}
