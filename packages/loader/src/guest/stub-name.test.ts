import { describe, expect, test } from 'vitest'

import { stubName } from './stub-name.js'

const nameOf = (path: string, ...taken: string[]): string => stubName(path, new Set(taken))

describe('a stub is called', () => {
  test.each([
    ['/game/addons/greeter.ts', 'greeter'],
    ['/game/addons/greeter.plugin.mjs', 'greeter_plugin'],
    ['/game/addons/greeter', 'greeter'],
    ['/game/addons/greeter/index.ts', 'greeter'],
    ['/game/addons/greeter/src/index.ts', 'greeter'],
    ['/game/addons/greeter/dist/main.cjs', 'greeter'],
    ['/game/addons/Grüß Gott.ts', 'Gr_Gott'],
    ['/index.ts', 'plugin'],
  ])('for %s as %s', (path, name) => {
    expect(nameOf(path)).toBe(name)
  })

  test('by no name that another plugin has, in any case', () => {
    expect(nameOf('/a/greeter.ts', 'greeter')).toBe('greeter-2')
    expect(nameOf('/a/Greeter.ts', 'greeter', 'greeter-2')).toBe('Greeter-3')
  })

  test('without the endings that hosts take for a platform', () => {
    expect(nameOf('/a/greeter_i386.ts')).toBe('greeter-i386')
    expect(nameOf('/a/greeter_mm.ts')).toBe('greeter-mm')
    expect(nameOf('/a/greeter_amd64.ts')).toBe('greeter-amd64')
    expect(nameOf('/a/hello_world.ts')).toBe('hello_world')
  })

  test('by at most 60 characters', () => {
    expect(nameOf(`/a/${'x'.repeat(200)}.ts`)).toHaveLength(60)
  })
})
