import { beforeEach, describe, expect, test } from 'vitest'

import { libraryHere } from '../testing/elf-library.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { subCommands } from './meta-command.js'
import { Admin } from './testing/admin.js'

const folder = temporaryFolder()
const library = libraryHere()
let admin: Admin

beforeEach(() => {
  admin = new Admin(folder)
})

describe('meta itself', () => {
  test('has every command of the classics, and ours', () => {
    const classics =
      'version gpl refresh list cmds cvars game config pause unpause unload force_unload reload retry clear info require load'
    const names = subCommands.map(({ name }) => name)
    expect([...names].sort()).toEqual([...classics.split(' '), 'help', 'inspect'].sort())
  })

  test('does not mind the case of a command', () => {
    expect(admin.meta('LIST')).toEqual(admin.meta('list'))
    expect(admin.meta('Force_Unload')).toEqual(admin.meta('force_unload'))
  })

  test('alone lists the commands, as help does', () => {
    const lines = admin.meta('help')
    expect(admin.meta('')).toEqual(lines)
    expect(lines[0]).toBe('usage: meta COMMAND [arguments]')
    expect(lines).toHaveLength(subCommands.length + 1)
    expect(lines).toContain(
      '   load FILE [DESCRIPTION]    - loads a plugin: a file or folder below the game directory',
    )
  })

  test('suggests the command that was probably meant', () => {
    expect(admin.meta('lits')).toEqual([
      "meta: 'lits' is no command of meta; did you mean 'list'? 'meta help' lists them",
    ])
    expect(admin.meta('unpuase 1')[0]).toMatch(/did you mean 'unpause'\?/)
    expect(admin.meta('qqqqqq')).toEqual(["meta: 'qqqqqq' is no command of meta; 'meta help' lists them"])
  })

  test.each(['', ' ', '""', 'x'.repeat(2000), 'constructor', '__proto__'])(
    'refuses %j without more than one line',
    (word) => {
      const lines = admin.meta(word, '1')
      expect(lines).toHaveLength(1)
      expect(lines[0]?.length).toBeLessThan(150)
      expect(lines[0]).toMatch(/^meta: '.*' is no command of meta/)
    },
  )

  test.each(['version', 'gpl', 'game', 'config', 'list', 'refresh'])('%s takes no arguments', (name) => {
    expect(admin.meta(`${name} 1`)).toEqual([`meta ${name}: takes no arguments; write 'meta ${name}'`])
  })
})

describe('meta help COMMAND', () => {
  test('tells how a command is written', () => {
    expect(admin.meta('help unload')).toEqual([
      'usage: meta unload NUMBER|NAME…',
      '   unloads plugins.',
      '   NUMBER is the one in the list; NAME is the beginning of the name, description, file or log tag of one plugin only.',
    ])
  })

  test('tells which files load looks for', () => {
    const lines = admin.meta('HELP Load')
    expect(lines[0]).toBe('usage: meta load FILE [DESCRIPTION]')
    expect(lines[2]).toMatch(
      /^ {3}FILE is a path or a short name, to which .*: \.ts, \.js, \.so, _mm\.so, _MM\.so/,
    )
    expect(lines[3]).toMatch(/^ {3}in addons\/, dlls\/, addons\/FILE\/, .* double quotes\.$/)
  })

  test('refuses one that there is not', () => {
    expect(admin.meta('help unlaod')[0]).toMatch(
      /^meta help: 'unlaod' is no command of meta; did you mean 'unload'/,
    )
  })
})

describe('commands that take plugins', () => {
  const names = subCommands.filter(({ usage }) => usage === 'NUMBER|NAME…').map(({ name }) => name)

  test.each(names)('%s without one says what to write', (name) => {
    expect(admin.meta(name)).toEqual([`meta ${name}: needs a plugin; write 'meta ${name} NUMBER|NAME…'`])
  })

  test.each(names)('%s refuses a plugin that there is not', (name) => {
    admin.load('a.so')
    const mark = name === 'require' ? 'ERROR: ' : ''
    expect(admin.meta(`${name} nobody`)).toEqual([
      `${mark}meta ${name}: no plugin is called 'nobody'; there are 1 Healthy`,
    ])
    expect(admin.meta(name, '')).toEqual([`${mark}meta ${name}: no plugin is called ''; there are 1 Healthy`])
  })

  test('one that is refused does not stop the others', () => {
    admin.load('a.so')
    expect(admin.meta('pause nobody 1')).toEqual([
      "meta pause: no plugin is called 'nobody'; there are 1 Healthy",
      "Paused plugin 'Healthy'",
    ])
  })

  test('the same plugin twice counts once', () => {
    admin.load('a.so')
    expect(admin.meta('unload 1 healthy a.so 1')).toEqual(["Unloaded plugin 'Healthy'"])
  })

  test('each name means what it meant when the line was typed', () => {
    admin.load('a.so', { name: 'Gre', logTag: 'G' })
    const greeter = admin.load('b.so', { name: 'Greeter', logTag: 'H' })
    // With the first one gone, its name would be the beginning of the second one's.
    expect(admin.meta('unload gre gre')).toEqual(["Unloaded plugin 'Gre'"])
    expect(admin.plugins.all).toEqual([greeter])
  })

  test('a plugin that went while the command ran is named', () => {
    const [first, second] = [
      admin.load('a.so', { name: 'One', logTag: '1' }),
      admin.load('b.so', { name: 'Two', logTag: '2' }),
    ]
    admin.bridge.detachNative = () => admin.plugins.drop(second)
    expect(admin.meta('unload 1 2').at(-1)).toBe(
      "meta unload: plugin 'Two' is gone by now; 'meta list' shows the others",
    )
    expect(admin.plugins.at(first.slot)).toBeNull()
  })

  test('100 arguments are each answered', () => {
    admin.load('a.so')
    const none = Array.from({ length: 100 }, (_, index) => `none${index}`)
    expect(admin.meta('pause', ...none)).toHaveLength(100)
  })

  test('a name of 2,000 letters is cut where it is repeated', () => {
    const [line = ''] = admin.meta(`info ${'x'.repeat(2000)}`)
    expect(line).toBe(
      `meta info: no plugin is called '${'x'.repeat(79)}…'; no plugin is loaded; load one with 'meta load FILE'`,
    )
  })
})

describe('the commands that change something', () => {
  test('load, pause, unpause, reload and unload say what they did', () => {
    folder.write('addons/x.so', library)
    expect(admin.meta('load x My own')).toEqual(["Loaded plugin 'Healthy' as number 1"])
    expect(admin.plugins.find('my own').slot).toBe(1)
    expect(admin.meta('pause healthy')).toEqual(["Paused plugin 'Healthy'"])
    expect(admin.meta('unpause 1')).toEqual(["Unpaused plugin 'Healthy'"])
    expect(admin.meta('reload heal')).toEqual(["Reloaded plugin 'Healthy'"])
    expect(admin.meta('unload x.so')).toEqual(["Unloaded plugin 'Healthy'"])
  })

  test('load without a file says what to write', () => {
    const usage = ["meta load: needs a file; write 'meta load FILE [DESCRIPTION]'"]
    expect(admin.meta('load')).toEqual(usage)
    expect(admin.meta('load', '')).toEqual(usage)
  })

  test('load takes a name with blanks', () => {
    folder.write('addons/my own.so', '')
    expect(admin.meta('load', 'my own')).toEqual(["Loaded plugin 'Healthy' as number 1"])
  })

  test('what has to wait for the map change is told so, with the way back', () => {
    folder.write('addons/late.so', '')
    admin.bridge.info = { ...admin.bridge.info, name: 'Late', loadable: 2, unloadable: 2 }
    expect(admin.meta('load late').at(-1)).toBe(
      "Plugin 'Late', number 1, will be loaded at the next map change; 'meta clear 1' takes that back",
    )
    expect(admin.meta('list')[2]).toMatch(/ load {2}late\.so /)
    admin.load('b.so', { name: 'Sticky', logTag: 'S', loadable: 2, unloadable: 2 })
    expect(admin.meta('unload sticky').at(-1)).toBe(
      "Plugin 'Sticky' will be unloaded at the next map change; 'meta clear 2' takes that back",
    )
    expect(admin.meta('list')[3]).toMatch(/ RUN {2}unld /)
    expect(admin.meta('info 2')).toContain(
      "       action: unload at the next map change, because it may be unloaded only at changelevel; 'meta clear 2' takes that back",
    )
    expect(admin.meta('clear 2').at(-1)).toBe("Plugin 'Sticky' stays as it is; what was put off is forgotten")
    expect(admin.meta('reload 2').at(-1)).toMatch(/^Plugin 'Sticky' will be reloaded at the next map change/)
    expect(admin.meta('retry 2').at(-1)).toBe(
      "Plugin 'Sticky' still waits for the next map change; 'meta clear 2' takes that back",
    )
  })

  test('force_unload does not ask the plugin', () => {
    admin.load('a.so', { unloadable: 0 })
    expect(admin.meta('unload 1')[0]).toMatch(/^meta unload: plugin 'Healthy' cannot be unloaded now/)
    expect(admin.meta('force_unload 1')).toEqual(["Unloaded plugin 'Healthy'"])
  })

  test('a plugin that failed can be tried again, and taken off the list', () => {
    admin.bridge.failures.set('attachNative', 'its Meta_Attach failed')
    admin.load('a.so')
    expect(admin.meta('retry 1').at(-1)).toBe("Retry failed for plugin 'Healthy'")
    admin.bridge.failures.clear()
    expect(admin.meta('retry 1').at(-1)).toBe("Retry succeeded for plugin 'Healthy'")
    expect(admin.meta('clear 1')[0]).toMatch(
      /^meta clear: plugin 'Healthy' is loaded, and nothing was put off/,
    )
    admin.bridge.failures.set('openNative', 'not a library')
    admin.load('b.so', { name: 'Bad' })
    expect(admin.meta('clear b.so').at(-1)).toBe("Cleared failed plugin 'b.so' from the list")
    expect(admin.meta('list').at(-1)).toBe('1 plugins, 1 running')
  })

  test('refresh tells how many plugins there are then', () => {
    admin.load('a.so')
    expect(admin.meta('refresh').at(-1)).toBe('Refreshed: 1 plugins, 1 running')
  })
})

describe('meta require', () => {
  test('says ok for each plugin that is there, a paused one too', () => {
    admin.load('a.so', { name: 'One', logTag: '1' })
    admin.load('b.so', { name: 'Two', logTag: '2' })
    admin.meta('pause two')
    expect(admin.meta('require one 2')).toEqual([
      "ok: required plugin 'One' is running",
      "ok: required plugin 'Two' is loaded, but paused",
    ])
  })

  test('says plainly what is missing, and goes on', () => {
    admin.bridge.failures.set('openNative', 'not a library')
    admin.load('bad.so')
    expect(admin.meta('require bad.so none')).toEqual([
      "ERROR: meta require: no plugin is called 'none'; there are 1 bad.so",
      "ERROR: meta require: required plugin 'bad.so' is not running (badfile); 'meta info 1' says why",
    ])
  })
})
