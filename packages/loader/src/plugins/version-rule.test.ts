import { expect, test } from 'vitest'

import { PluginLoadError } from './load-error.js'
import { checkInterfaceVersion } from './version-rule.js'

test('the same interface version is accepted without a remark', () => {
  expect(checkInterfaceVersion('5:13')).toBeNull()
})

test('an older minor version is accepted with a remark', () => {
  expect(checkInterfaceVersion('5:9')).toBe('asks for interface 5:9, older than 5:13; it should still work')
})

test.each([
  ['5:14', 'asks for interface 5:14, and this Metamod speaks 5:13; update Metamod or take an older plugin'],
  ['6:0', 'asks for interface 6:0, and this Metamod speaks 5:13; update Metamod or take an older plugin'],
  ['4:99', 'asks for interface 4:99, which is out of date; take a version of the plugin for interface 5:13'],
  ['five', 'asks for interface five, which is not of the form MAJOR:MINOR; ask for 5:13'],
])('version %s is refused with a reason and a cure', (version, message) => {
  expect(() => checkInterfaceVersion(version)).toThrow(new PluginLoadError('version', message))
})
