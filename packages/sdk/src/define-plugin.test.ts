import { describe, expect, test } from 'vitest'
import { assertPluginDefinition, definePlugin } from './define-plugin.js'
import type { PluginOptions } from './define-plugin.js'
import { LoadTime } from './raw/generated/enums.js'

const good: PluginOptions = {
  name: 'Greeter',
  version: '1.0',
  author: 'Ann',
  url: '',
  logTag: 'GREET',
  attach: () => undefined,
}

test('what is left out has its documented value', () => {
  expect(definePlugin(good)).toMatchObject({
    date: '',
    description: '',
    loadable: LoadTime.Anytime,
    unloadable: LoadTime.Anypause,
    interfaceVersion: '5:13',
  })
})

describe('a wrong definition names its property', () => {
  test.each([
    [undefined, 'definePlugin: its argument must be an object, got undefined'],
    [{ ...good, name: undefined }, 'definePlugin: name must be a string, got undefined'],
    [{ ...good, name: '' }, 'definePlugin: name must be one line of 1..200 characters, got ""'],
    [
      { ...good, name: 'n'.repeat(300) },
      `definePlugin: name must be one line of 1..200 characters, got "${'n'.repeat(60)}…"`,
    ],
    [{ ...good, logTag: 'A\nB' }, 'definePlugin: logTag must be one line of 1..200 characters, got "A\\nB"'],
    [{ ...good, url: 7 }, 'definePlugin: url must be a string, got 7'],
    [
      { ...good, loadable: 9 },
      'definePlugin: loadable must be one of LoadTime, such as LoadTime.Anytime, got 9',
    ],
    [
      { ...good, interfaceVersion: '5' },
      'definePlugin: interfaceVersion must be a version such as "5:13", got "5"',
    ],
    [{ ...good, attach: undefined }, 'definePlugin: attach must be a function, got undefined'],
    [{ ...good, detach: true }, 'definePlugin: detach must be a function, got true'],
  ])('%#', (options, message) => {
    expect(() => definePlugin(options as PluginOptions)).toThrow(message)
  })
})

test('only what definePlugin made is a plugin', () => {
  expect(() => assertPluginDefinition(definePlugin(good), 'greeter.ts')).not.toThrow()
  expect(() => assertPluginDefinition(good, 'greeter.ts')).toThrow(
    "greeter.ts: the default export must be a plugin, got an object; write 'export default definePlugin({ … })'",
  )
  expect(() => assertPluginDefinition(undefined, 'greeter.ts')).toThrow('got undefined')
})
