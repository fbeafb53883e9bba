import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { createHost, FrameOffset, PluginStatus, rows, type Bridge, type Host } from '@csr/metamod-sdk/host'
import { beforeEach, describe, expect, test } from 'vitest'

import { Log } from '../log.js'
import { PluginList } from '../plugins/plugin-list.js'
import type { Plugin } from '../plugins/plugin.js'
import { ScriptLifecycle } from './script-lifecycle.js'
import { scriptBridge } from '../testing/script-bridge.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()
let calls: string[]
let printed: string[]
let plugins: PluginList
let host: Host
let bridge: Bridge

beforeEach(() => {
  const recorded = scriptBridge()
  calls = recorded.calls
  printed = []
  const log = new Log((line) => printed.push(line))
  bridge = recorded.bridge
  host = createHost(recorded.bridge, {
    onError: () => undefined,
    loadPlugin: () => false,
    pluginPath: () => '',
    unloadPlugin: () => false,
  })
  const script = new ScriptLifecycle(recorded.bridge, host, log, () => 1000)
  plugins = new PluginList({ native: script, script }, log)
})

function source(attach: string, more = ''): string {
  return `import { definePlugin } from '@csr/metamod-sdk'
export default definePlugin({
  name: 'Trial', version: '1', author: 'A', url: '', logTag: 'TRIAL', ${more}
  attach(plugin) {
    ${attach}
  },
})
`
}

function load(name: string, text: string | null): Plugin | null {
  const path = text === null ? `${folder.path}/${name}` : folder.write(name, text)
  return plugins.load({ kind: 'script', path, description: null, source: 'command' }, LoadTime.Anytime)
}

describe('a sound plugin', () => {
  test('is announced to the core, attached and run', () => {
    expect(load('sound.ts', source("plugin.addCommand('trial', () => {})"))).toMatchObject({
      name: 'Trial',
      isRunning: true,
    })
    expect(calls).toEqual(['addScript(1)', 'addCommand(1)', 'setRunning(1)'])
    expect(printed).toEqual([])
  })

  test('is removed with all that it registered', () => {
    const plugin = load('removed.ts', source('plugin.on.startFrame(() => {})'))
    calls.length = 0
    plugins.unload(plugin as Plugin, LoadTime.Anytime, UnloadReason.Command)
    expect(calls).toEqual(['setHook(1)', 'removePlugin(1)'])
  })

  test('tells of its commands while it is loaded', () => {
    const attach = "plugin.addChatCommand('hi', { help: 'Greets' }, () => {})"
    const plugin = load('telling.ts', source(attach)) as Plugin
    expect(plugin.commandHelp()).toEqual([{ kind: 'chat', name: '!hi', usage: '!hi', help: 'Greets' }])
    plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)
    expect(plugin.commandHelp()).toEqual([])
  })

  test('is removed even if its detach throws, and the log names the place', () => {
    const plugin = load('detach.ts', source('', "detach() { throw new Error('too late') },"))
    plugins.unload(plugin as Plugin, LoadTime.Anytime, UnloadReason.Command)
    expect(printed[0]).toMatch(
      /^\[META] ERROR: plugin 'Trial': detach at .*detach\.ts:3:\d+: too late; correct the plugin/,
    )
    expect(calls.at(-1)).toBe('removePlugin(1)')
  })

  test('cannot be unloaded from its own attach', () => {
    const global = globalThis as { unloadTrial?: () => void }
    global.unloadTrial = () => plugins.unload(plugins.find('trial'), LoadTime.Anytime, UnloadReason.Command)
    expect(load('hasty.ts', source('unloadTrial()'))).toBeNull()
    expect(printed[0]).toMatch(/plugin 'Trial' is just being loaded; try again when it runs/)
    expect(calls.at(-1)).toBe('removePlugin(1)')
  })

  test('goes on when its new version does not parse', () => {
    const plugin = load('renewed.ts', source('')) as Plugin
    folder.write('renewed.ts', 'export default {{')
    calls.length = 0
    expect(plugins.reload(plugin, LoadTime.Anytime)).toBe('failed')
    expect(plugin.isRunning).toBe(true)
    expect(calls).toEqual([])
    expect(printed.at(-1)).toBe("[META] plugin 'Trial' goes on as it was")
  })
})

describe('a plugin that cannot be loaded is refused in one line, and nothing of it is left but its row', () => {
  test.each([
    [
      'that is missing',
      'missing.ts',
      null,
      /'missing\.ts' not loaded: .*missing\.ts: no such file or folder; correct the path/,
    ],
    [
      'that does not parse',
      'syntax.ts',
      'const a = = 1',
      /'syntax\.ts' not loaded: .*syntax\.ts:1:11: Unexpected "="; correct/,
    ],
    [
      'without default export',
      'named.ts',
      'export const a = 1',
      /named\.ts: has no default export; write 'export default/,
    ],
    [
      'that exports something else',
      'other.ts',
      'export default 5',
      /'other\.ts' not loaded: .*other\.ts: the default export must be a plugin, got 5; write/,
    ],
    [
      'that throws at the top',
      'top.ts',
      'throw new Error("top")',
      /'top\.ts' not loaded: the file threw at .*top\.ts:1:7: top/,
    ],
    [
      'that throws in attach',
      'attach.ts',
      source('throw new Error("boom")'),
      /'Trial' not loaded: attach threw at .*attach\.ts:5:11: boom/,
    ],
    [
      'that hooks a name that does not exist',
      'unknown.ts',
      source('plugin.on.clientConect(() => {})'),
      /'Trial' not loaded: attach threw at .*: TypeError: .*clientConect.*clientConnect/,
    ],
    [
      'for a newer interface',
      'newer.ts',
      source('', "interfaceVersion: '5:99',"),
      /not loaded: asks for interface 5:99, and this Metamod speaks 5:13; update Metamod or take an older plugin/,
    ],
    [
      'for server start only',
      'startup.ts',
      source('', 'loadable: 1,'),
      /not loaded: cannot be loaded now: it can only be at server start; list it in plugins\.ini/,
    ],
    [
      'with a name of 300 characters',
      'long.ts',
      source('').replace('Trial', 'x'.repeat(300)),
      /name must be one line of 1\.\.200 characters/,
    ],
    [
      'that never comes to the end of its file',
      'endless.ts',
      'for (;;);',
      /'endless\.ts' not loaded: .*endless\.ts: the top level did not come to an end within 1000 ms and was stopped; look there/,
    ],
    [
      'that never comes to the end of attach',
      'endless-attach.ts',
      source('plugin.on.startFrame(() => {}); for (;;);'),
      /'Trial' not loaded: .*: attach did not come to an end within 1000 ms .*; .* or raise the cvar meta_load_timeout/,
    ],
    [
      'that imports a package that is not there',
      'import.ts',
      "import 'no-such-package'",
      /'import\.ts' not loaded: the file threw at .*: Cannot find module 'no-such-package'; run 'npm install no-such-package' in .*, then load it again/,
    ],
  ])('%s', (_, name, text, message) => {
    expect(load(name, text)).toBeNull()
    expect(printed.filter((line) => line.startsWith('[META] ERROR'))).toHaveLength(1)
    expect(printed[0]).toMatch(message)
    expect(plugins.all).toMatchObject([{ isLoaded: false, problem: expect.any(String) as string }])
    const added = calls.filter((call) => call.startsWith('addScript')).length
    expect(calls.filter((call) => call.startsWith('removePlugin'))).toHaveLength(added)
  })

  test('what it registered before it threw is undone', () => {
    load('half.ts', source("plugin.on.startFrame(() => {}); throw new Error('half')"))
    expect(calls).toEqual(['addScript(1)', 'setHook(1)', 'setHook(1)', 'removePlugin(1)'])
  })
})

test('a plugin that was being loaded by one whose time is up has failed as well, and leaves nothing behind', () => {
  const inner = source('for (;;) {}')
  Object.assign(globalThis, { loadInner: () => load('inner.ts', inner) })
  load('outer.ts', source('globalThis.loadInner()'))
  expect(plugins.all.map(({ status }) => status)).toEqual([PluginStatus.Failed, PluginStatus.Failed])
  expect(printed.join('\n')).toMatch(
    /plugin 'Trial' not loaded: was cut off with 'Trial', which was loading it; /,
  )
  expect(calls.filter((call) => call.startsWith('removePlugin')).sort()).toEqual([
    'removePlugin(1)',
    'removePlugin(2)',
  ])
  for (const plugin of plugins.all) plugins.clear(plugin)
  expect(plugins.all).toEqual([])
})

describe('an async attach', () => {
  const asyncSource = (rest: string): string =>
    source('').replace('attach(plugin) {', `async attach(plugin) { plugin.on.startFrame(() => {}); ${rest}`)

  test('that rejects leaves the plugin failed, undone and named', async () => {
    const plugin = load('late.ts', asyncSource("await null; throw new Error('late')"))
    expect(plugin?.isRunning).toBe(true)
    calls.length = 0
    await expect.poll(() => printed).not.toEqual([])
    expect(printed[0]).toMatch(/plugin 'Trial' not loaded: attach threw at .*late\.ts:4:\d+: late; correct/)
    expect(plugin).toMatchObject({ isLoaded: false, problem: expect.stringContaining('late') as string })
    expect(calls).toEqual(['setHook(1)', 'removePlugin(1)'])
  })

  test('that rejects while the plugin waits to be unloaded has it not loaded again', async () => {
    const plugin = load(
      'leaving.ts',
      asyncSource("await null; throw new Error('late')").replace('name:', 'unloadable: 2, name:'),
    )
    if (plugin === null) throw new Error(printed.join('\n'))
    expect(plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)).toBe('delayed')
    await expect.poll(() => plugin.isLoaded).toBe(false)
    plugins.refresh(LoadTime.Changelevel)
    expect(calls.filter((call) => call.startsWith('addScript'))).toEqual(['addScript(1)'])
  })

  test('that rejects after the plugin was unloaded is only logged', async () => {
    const plugin = load('gone.ts', asyncSource("await null; throw new Error('late')"))
    plugins.unload(plugin as Plugin, LoadTime.Anytime, UnloadReason.Command)
    calls.length = 0
    await expect.poll(() => printed).not.toEqual([])
    expect(printed[0]).toMatch(/plugin 'Trial': attach at .*gone\.ts:4:\d+: late/)
    expect(calls).toEqual([])
  })
})

test('an async detach that rejects is logged with the plugin', async () => {
  const plugin = load('slow.ts', source('', "async detach() { await null; throw new Error('slow') },"))
  plugins.unload(plugin as Plugin, LoadTime.Anytime, UnloadReason.Command)
  await expect.poll(() => printed).not.toEqual([])
  expect(printed[0]).toMatch(/plugin 'Trial': detach at .*slow\.ts:3:\d+: slow/)
})

describe('code that was ended because it took too long', () => {
  test('in detach leaves nobody behind as the one whose code runs', () => {
    const plugin = load('endless.ts', source('', 'detach() { for (;;); },'))
    if (plugin !== null) plugins.unload(plugin, LoadTime.Anytime, UnloadReason.Command)
    expect(printed.join('\n')).toMatch(/detach.* did not come to an end within 1000 ms/)
    expect(host.running).toBeNull()
  })

  test('in a hook that runs while another plugin attaches gives back the room for its frame', () => {
    const name = rows[0]?.name ?? ''
    load('inner.ts', source(`plugin.onEngine.${name}(() => { for (;;); })`))
    // The frame of a call of the first function, for the plugin in the first slot.
    new Int32Array(bridge.scratch).set([1, 1], FrameOffset.firstSlot >> 2)
    Object.assign(globalThis, { callEngine: () => host.callbacks.dispatch(0) })
    expect(load('outer.ts', source('globalThis.callEngine()'))).toBeNull()
    expect(printed.join('\n')).toMatch(/attach did not come to an end within 1000 ms/)
    expect(host.top).toBe(0)
    expect(host.running).toBeNull()
  })
})
