/** config.ini and plugins.ini as an administrator first finds them. */
import type { Mode } from './layout.js'

const libnode = `; The libnode to use, where it is not the system's own: an absolute path.
;libnode /opt/node/lib/libnode.so.115
`

// Each with what holds without it.
const others = `; How much Metamod tells of its work, from 0.
;debuglevel 0
; Whether players may type 'meta version' and 'meta list'.
;clientmeta no
`

export function newConfigIni(gameDll: string | null): string {
  const game =
    gameDll === null
      ? ''
      : `; The game DLL that Metamod loads: below the game directory, or absolute.\ngamedll ${gameDll}\n`
  return `; Settings of Metamod for TypeScript. A line reads KEY VALUE.\n${game}${libnode}${gameDll === null ? '' : others}`
}

const native = `;   linux PATH [description]   a native library\n`
const example = `; such as, for addons/hello.ts below the game directory:\n;ts addons/hello.ts\n`

export function newPluginsIni(mode: Mode): string {
  const order = mode === 'standalone' ? ', in the order of their hooks' : ''
  const others =
    mode === 'standalone' ? native : '; Native libraries stay in the plugins.ini of the other Metamod.\n'
  return `; The plugins of Metamod for TypeScript${order}. A line reads
;   ts PATH [description]      a TypeScript or JavaScript file, or a package folder
${others}${example}`
}
