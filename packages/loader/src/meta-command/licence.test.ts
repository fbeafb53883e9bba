import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { licenceText } from './licence.js'
import { Admin } from './testing/admin.js'

test('meta gpl shows the licence that the project is under, by either spelling', () => {
  const admin = new Admin(temporaryFolder())
  const file = readFileSync(new URL('../../../../LICENSE', import.meta.url), 'utf8')
  expect(`${licenceText}\n`).toBe(file)
  expect(admin.meta('gpl').join('\n')).toBe(licenceText)
  expect(admin.meta('licence')).toEqual(admin.meta('gpl'))
  expect(admin.meta('LICENSE')).toEqual(admin.meta('gpl'))
})
