/** What docs/guide/debugging.md shows of the log is what a server writes. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, expect, test } from 'vitest'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const project = realpathSync(mkdtempSync(join(tmpdir(), 'metamod-guide-')))
afterAll(() => rmSync(project, { recursive: true, force: true }))

const plugin = `import { definePlugin } from '@csr/metamod-sdk'
export default definePlugin({
  ...{ name: 'Bad', version: '1.0.0', author: '', url: '', logTag: 'BAD' },
  attach(plugin) {
    plugin.on.clientConnect(({ name }) => {
      const names = { x: 1 } as unknown as { x(name: string): boolean }
      if (names.x(name)) return
    })
    plugin.addCommand('hang', () => {
      plugin.nextFrame(() => {
        while (plugin.util) continue
      })
    })
    plugin.addCommand('fail', () => {
      for (let i = 0; i < 50; i += 1) plugin.on.startFrame(() => { throw new Error('no') })
    })
  },
})
`
mkdirSync(join(project, 'src'))
writeFileSync(join(project, 'src/bad.ts'), plugin)
writeFileSync(join(project, 'package.json'), '{ "name": "hello", "type": "module", "main": "src/bad.ts" }')

/** The blocks of the page that show the log, with the folder of the plugin as it is here. */
const shown = [
  ...readFileSync(at('../docs/guide/debugging.md'), 'utf8').matchAll(/```\n(\[META].*?)```/gs),
].map(([, block = '']) => block.replaceAll('/srv/hello', project))

async function run(command: string): Promise<string> {
  const main = at('../packages/loader/dist/cli/main.cjs')
  const options = ['.', '--bots', '1', '--frames', '300', '--tick-rate', '1000', '--exec', command]
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...options], { cwd: project })
  // Where in its line a loop is stopped is chance.
  return stdout.replaceAll(/(bad\.ts:11):\d+/g, '$1:9')
}

test('the page has a block each for an error, a plugin that fails on and on, and one that never ends', () => {
  expect(shown).toHaveLength(3)
})

test.each([
  ['an error in a hook, and then a pause for one in each frame', 'fail', [0, 1]],
  ['a stop and a pause for a loop without an end', 'hang', [2]],
])('the log has %s', async (_, command, blocks) => {
  const printed = await run(command)
  for (const block of blocks) expect(printed).toContain(shown[block])
})
