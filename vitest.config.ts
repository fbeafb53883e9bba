import { defineConfig } from 'vitest/config'

// Native code keeps one core in a process, so each file gets a process of its own (forks, isolated). The condition
// "source" lets the packages meet as TypeScript, without a build in between.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: [
      'api/**/*.test.ts',
      'packages/**/*.test.ts',
      'native-bridge/test/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**'],
    pool: 'forks',
    maxWorkers: 2,
    // Only what hangs is to fail by it: a shared machine may be ten times as slow as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
