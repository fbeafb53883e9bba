/** The handles by which plugins load and unload one another, as mutil's functions give and take them. */
import { expect, test } from 'vitest'
import {
  bridge,
  pluginInfo,
  probe,
  serverForEachTest,
  slot,
  startServer,
  stopServer,
} from './pattern/host.js'

serverForEachTest()

test('a plugin that another plugin loads can be unloaded by its handle', () => {
  const asked: string[] = []
  stopServer()
  startServer({
    loadPlugin: (caller, cmdline) => {
      asked.push(`${caller} loads ${cmdline}`)
      bridge.addScript(7, pluginInfo)
      return 7
    },
    unloadPlugin: (caller, cmdline) => {
      asked.push(`${caller} unloads ${cmdline}`)
      return 0
    },
  })
  expect(probe.loadAndUnload()).toBe(0)
  expect(asked).toEqual(['1 loads another', '1 unloads 7'])
})

test('a plugin that loads another while it is loaded itself keeps its own handle', () => {
  const unloaded: string[] = []
  let isInner = false
  stopServer()
  startServer({
    loadPlugin: () => {
      const slot = isInner ? 8 : 7
      bridge.addScript(slot, pluginInfo)
      if (isInner) return slot
      isInner = true
      return probe.loadAndUnload() === 0 ? slot : 0
    },
    unloadPlugin: (_caller, cmdline) => {
      unloaded.push(cmdline)
      return 0
    },
  })
  expect(probe.loadAndUnload()).toBe(0)
  expect(unloaded).toEqual(['8', '7'])
})

test('a plugin that is loaded already gives its handle to whoever asks for it again', () => {
  const unloaded: string[] = []
  stopServer()
  startServer({
    loadPlugin: () => slot,
    unloadPlugin: (_caller, cmdline) => {
      unloaded.push(cmdline)
      return 0
    },
  })
  expect(probe.loadAndUnload()).toBe(0)
  expect(unloaded).toEqual([String(slot)])
})
