/** Server commands with arguments of every kind, and what becomes of texts that do not fit. */
import type { Arguments } from '@csr/metamod-sdk'

import { conformInSteps } from './conforms.js'
import { asked, come, registrar, setup, typed } from './registering.js'

const kinds = ['word', 'text', 'integer', 'number', 'boolean', 'player'] as const
const words = ['', '5', '-3', '2.5', 'on', 'maybe', 'Ada', 'gr', 'a b', '"a b" c', '1e3', 'x'.repeat(30)]
const shapes: Readonly<Record<string, Arguments>> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, { value: kind }])),
  ...Object.fromEntries(kinds.map((kind) => [`${kind}?`, { value: `${kind}?` }])),
  ranged: { value: { type: 'integer', min: 0, max: 10, default: 5 } },
  chosen: { value: { choices: ['red', 'blue'] }, rest: 'text?' },
  list: { first: 'word', others: { type: 'integer', list: true } },
}
const nameOf = (shape: string): string => `do_${shape.replace('?', '_optional')}`

conformInSteps('server commands', setup, [
  come,
  asked('they are registered', ({ note }) => {
    for (const [shape, args] of Object.entries(shapes))
      registrar().addCommand(
        nameOf(shape),
        { help: `Takes ${shape}`, args },
        ({ args: values, text, player, reply }) => {
          note(shape, values, text, player)
          reply('done')
        },
      )
    return registrar().commandHelp()
  }),
  ...Object.keys(shapes).flatMap((shape) => words.map((word) => typed(`${nameOf(shape)} ${word}`))),
])
