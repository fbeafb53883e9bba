/** Spreads reloads and map changes over the frames, and prints what memory the process has at each tenth of them. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { definePlugin } from '@csr/metamod-sdk'

const frames = Number(process.env['SOAK_FRAMES'])
const wanted = { reloads: Number(process.env['SOAK_RELOADS']), maps: Number(process.env['SOAK_MAPS']) }
const everyReload = Math.floor(frames / (wanted.reloads + 1))
const everyMap = Math.floor(frames / (wanted.maps + 1))
const others = ['chatter', 'clients', 'files', 'worker']

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

export default definePlugin({
  name: 'Driver',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: '',
  logTag: 'DRIVER',
  attach(plugin) {
    let frame = 0
    plugin.on.startFrame(() => {
      frame += 1
      const reload = frame / everyReload
      if (Number.isInteger(reload) && reload <= wanted.reloads)
        plugin.engine.serverCommand(`meta reload ${others[reload % others.length] ?? ''}\n`)
      const map = frame / everyMap
      if (Number.isInteger(map) && map <= wanted.maps) plugin.engine.serverCommand(`changelevel soak${map}\n`)
      if (frame % Math.floor(frames / 10) === 0) report(frame)
    })

    function report(frame: number): void {
      // What could be collected is no growth.
      collectGarbage()
      const { rss, heapUsed } = process.memoryUsage()
      const kilobytes = [rss, heapUsed].map((bytes) => Math.round(bytes / 1024))
      plugin.util.logConsole(`soak: frame ${frame} rss ${kilobytes[0]} KiB heap ${kilobytes[1]} KiB`)
    }
  },
})
