import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { fillIn, titleOf, wordOf } from './fill-in.js'

const names = {
  name: '@me/round-timer',
  author: `O'Neil "\\" $& \n`,
  description: 'Ends "rounds" */',
  manager: 'npm' as const,
}

test('names become what people, and what consoles, call a plugin', () => {
  expect(titleOf('@me/round-timer2')).toBe('Round Timer2')
  expect(wordOf('@me/round-timer.x')).toBe('round_timer_x')
  expect(wordOf('2fast')).toBe('plugin_2fast')
  expect([titleOf('~~'), wordOf('~~')]).toEqual(['Plugin', 'plugin'])
  const long = 'x-'.repeat(100)
  expect(titleOf(long).length).toBeLessThanOrEqual(60)
  expect(wordOf(long)).toMatch(/^x(_x){19}$/)
})

test('what is put in is not taken for what is to be replaced', () => {
  const alike = {
    name: 'your-name',
    author: 'My Plugin',
    description: 'Like my-plugin',
    manager: 'npm' as const,
  }
  expect(fillIn('src/index.ts', "['My Plugin', 'Your Name']", alike)).toBe("['Your Name', 'My Plugin']")
  expect(fillIn('README.md', 'A Metamod plugin. my-plugin', alike)).toBe('Like my-plugin your-name')
})

test('the workflow installs what the project has a lock file for', () => {
  const path = '.github/workflows/ci.yml'
  const content = 'with: { node-version: 22, cache: npm }\n- run: npm ci\n'
  expect(fillIn(path, content, names)).toBe(content)
  expect(fillIn(path, content, { ...names, manager: 'pnpm' })).toBe(
    'with: { node-version: 22 }\n- run: npm install\n',
  )
})

test('in TypeScript each is a literal of the same text', () => {
  const filled = fillIn('src/index.ts', `['My Plugin', 'Your Name', 'MY_PLUGIN', 'my_plugin_times']`, names)
  expect(runInNewContext(filled)).toEqual(['Round Timer', names.author, 'ROUND_TIMER', 'round_timer_times'])
})

test('package.json gets the names, and versions that the repository has', () => {
  const template = {
    name: 'my-plugin',
    dependencies: { '@csr/metamod-sdk': '*' },
    devDependencies: { vitest: '*' },
  }
  const filled = JSON.parse(fillIn('package.json', JSON.stringify(template), names)) as Record<
    string,
    unknown
  >
  expect(filled).toMatchObject({ name: names.name, author: names.author, description: names.description })
  expect(filled['dependencies']).toEqual({
    '@csr/metamod-sdk': expect.stringMatching(/^\^\d+\.\d+\.\d+$/) as string,
  })
  expect(filled['devDependencies']).toEqual({ vitest: expect.stringMatching(/^\^\d+\.\d+\.\d+$/) as string })
})

test('a dependency that the repository does not have is a mistake in the template', () => {
  const template = { dependencies: { 'left-pad': '*' }, devDependencies: {} }
  expect(() => fillIn('package.json', JSON.stringify(template), names)).toThrow(
    /left-pad is a dependency of the template/,
  )
})

test('other files are copied as they are', () => {
  expect(fillIn('tsconfig.json', 'My Plugin', names)).toBe('My Plugin')
})
