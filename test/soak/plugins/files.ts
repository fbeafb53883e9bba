/** Writes and reads a file of the game directory all the time. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { definePlugin } from '@csr/metamod-sdk'

let timer: NodeJS.Timeout
let count = 0

export default definePlugin({
  name: 'Files',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: '',
  logTag: 'FILES',
  attach() {
    timer = setInterval(() => void writeAndRead(), 5)
  },
  detach() {
    clearInterval(timer)
  },
})

async function writeAndRead(): Promise<void> {
  count += 1
  const file = join(process.env['SOAK_FOLDER'] ?? '', `soak-${count}.txt`)
  await writeFile(file, `number ${count}`)
  const text = await readFile(file, 'utf8')
  if (!text.startsWith('number ')) throw new Error(`${file} holds '${text}'`)
  await rm(file)
}
