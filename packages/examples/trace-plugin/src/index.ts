/**
 * Writes the calls between engine and game DLL into the log: which ones say the console variables, by level, and the
 * command `trace`, by name. It hooks all functions that there are, before and after the real one, and changes none.
 */
import { definePlugin, LoadTime } from '@csr/metamod-sdk'

import { apis, type Api } from './routines.js'
import { TraceCommand, versionLines } from './trace-command.js'
import { Tracer } from './tracer.js'

/** What `trace_debug` is set to where the server's variable `developer` is on. */
const developerDebug = 3

export default definePlugin({
  name: 'Trace HLSDK API',
  version: '1.0.0',
  date: '2026/11/21',
  author: 'Metamod for TypeScript',
  url: 'https://example.com/trace-plugin',
  logTag: 'TRACEAPI',
  loadable: LoadTime.Anytime,
  unloadable: LoadTime.Anypause,

  attach(plugin) {
    const debug = plugin.addCvar('trace_debug', 0)
    if (plugin.engine.cvarGetFloat('developer') !== 0) debug.set(developerDebug)
    const unlimit = plugin.addCvar('trace_unlimit', 0)
    const levels = new Map(apis.map((api) => [api, plugin.addCvar(`trace_${api}`, 0)]))

    const tracer = new Tracer(plugin, {
      level: (api: Api) => levels.get(api)?.value ?? 0,
      isUnlimited: () => unlimit.value !== 0,
      isVerbose: () => debug.value !== 0,
    })
    for (const level of levels.values()) level.onChange(() => tracer.update())
    // A variable keeps its value over a reload.
    tracer.update()

    const command = new TraceCommand(plugin, tracer)
    plugin.addCommand('trace', ({ args }) => command.run(args))
    for (const line of versionLines(plugin)) plugin.util.logMessage(line)
  },
})
