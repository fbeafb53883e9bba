import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { typeErrors } from '../../../../test/type-errors.js'
import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer } from '../../../loader/test/test-server.js'

const folder = temporaryFolder()
const stub = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** The plugin with the code of its comments, by what its first comment says. */
const uncommented = readFileSync(`${stub}/src/index.ts`, 'utf8')
  .replaceAll(/^ {4}(\/\*|\*\/)\n/gm, '')
  .replace('import { ', 'import { handled, override, supercede, ')

test('the stub loads, runs, pauses and unloads', () => {
  const server = startServer(folder, { plugins: [stub] })
  expect(server.printed).toContain('Stub: attached')
  expect(server.run('meta list')[2]).toMatch(/^ \[ 1] Stub +RUN .* stub-plugin +v1\.0\.0 +cmd +ANY +Pause$/)
  expect(server.run('meta pause stub')).toContain("Paused plugin 'Stub'")
  expect(server.run('meta unpause stub')).toContain("Unpaused plugin 'Stub'")
  expect(server.run('meta unload stub')).toContain("Unloaded plugin 'Stub'")
  expect(server.run('meta list').at(-1)).toBe('0 plugins, 0 running')
})

test('the code in its comments has no mistakes of type', () => {
  expect(typeErrors(`${stub}/src/uncommented.ts`, uncommented)).toEqual([])
})

test('the code in its comments does what they say', () => {
  const server = startServer(folder, { plugins: [folder.write('stub.ts', uncommented)], bots: 1 })
  server.frames(3)
  expect(server.run('bot Cheater').join('\n')).toContain('Not here')
  expect(server.run('status').join('\n')).toContain(' with plugins')
  expect(server.run('stub ada')).toEqual(['Ada hears it at 5'])
  server.engine.clientCommand(1, 'say !stub')
  server.frame()
  expect(
    server.run('stub_kill ada').filter((line) => /^\[STUB] Ada: 0 0 null null$/.test(line)),
  ).toHaveLength(1)
  server.run('changelevel box2')
  server.frames(3)
  expect(server.printed).toEqual(
    expect.arrayContaining([
      'Ada sees: It does nothing',
      expect.stringMatching(/\[STUB] ERROR: something is wrong$/),
    ]),
  )
  expect(server.printed.filter((line) => line.includes('[META] ERROR'))).toEqual([])
})
