/** `meta game`: the game whose Metamod we are, and the messages it sends to its clients. */
import { GameInfo } from '@csr/metamod-sdk'
import type { RegisteredMessage } from '@csr/metamod-sdk/host'

import type { MetaContext, SubCommand } from './sub-command.js'
import { printTable, type Column } from './table.js'

const facts: readonly (readonly [label: string, tag: GameInfo])[] = [
  ['name', GameInfo.Name],
  ['desc', GameInfo.Desc],
  ['gamedir', GameInfo.GameDir],
  ['dll file', GameInfo.DllFileName],
  ['dll pathname', GameInfo.DllFullPath],
]

export const game: SubCommand = {
  name: 'game',
  usage: '',
  summary: 'tells about the game and its user messages',
  takes: [],
  run({ plugins, bridge, print }: MetaContext) {
    print('GameDLL info:')
    for (const [label, tag] of facts) print(`${label.padStart(13)}: ${bridge.describeGame(tag)}`)
    const messages = bridge.userMessages().filter(isRegistered)
    messages.sort((a, b) => a.id - b.id)
    const ownerOf = ({ slot }: RegisteredMessage): string =>
      slot === 0 ? 'game' : (plugins.at(slot)?.description ?? '(unloaded)')
    const columns: readonly Column<RegisteredMessage>[] = [
      { title: 'message', cell: ({ name }) => name },
      { title: 'msgid', cell: ({ id }) => String(id), isRight: true },
      { title: 'size', cell: ({ size }) => String(size), isRight: true },
      { title: 'owner', cell: ownerOf },
    ]
    print('Registered user messages:')
    printTable(messages, { columns }, print)
    print(`${messages.length} user messages`)
  },
}

/** The engine's own messages are known to all and never registered. */
function isRegistered({ name }: RegisteredMessage): boolean {
  return !name.startsWith('svc_')
}
