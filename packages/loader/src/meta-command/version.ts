/** `meta version`: what is running here. */
import { arch } from 'node:os'

import { interfaceVersion } from '@csr/metamod-sdk'

import { loaderVersion } from '../loader-version.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const version: SubCommand = {
  name: 'version',
  usage: '',
  summary: 'tells the version of Metamod',
  takes: [],
  run({ print }: MetaContext) {
    print(`Metamod for TypeScript v${loaderVersion}, plugin interface ${interfaceVersion}`)
    print(`Node.js ${process.version}, ${process.platform} ${arch()}; MIT license`)
  },
}
