import { expect, test } from 'vitest'

import { missingFrom } from './missing-from-package.js'

const wanted = JSON.stringify({
  type: 'module',
  main: 'src/index.ts',
  scripts: { dev: 'metamod-dev .', test: 'vitest run' },
  dependencies: { '@csr/metamod-sdk': '^1.0.0' },
  devDependencies: { vitest: '^4.0.0', eslint: '^9.0.0' },
})

test('only what is missing is told', () => {
  const there = {
    main: 'lib/index.js',
    scripts: { test: 'jest' },
    dependencies: { vitest: '3.0.0' },
  }
  expect(missingFrom(JSON.stringify(there), wanted)).toEqual([
    '  "type": "module"',
    '  "main": "src/index.ts"',
    '  "scripts": { "dev": "metamod-dev ." }',
    '  "dependencies": { "@csr/metamod-sdk": "^1.0.0" }',
    '  "devDependencies": { "eslint": "^9.0.0" }',
  ])
})

test('a file that has all is left alone, and one that cannot be read has nothing', () => {
  expect(missingFrom(wanted, wanted)).toEqual([])
  expect(missingFrom('{ "type": ', wanted)).toHaveLength(5)
  expect(missingFrom('null', wanted)).toHaveLength(5)
})
