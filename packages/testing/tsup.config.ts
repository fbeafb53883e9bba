import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/vitest.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  // Both entries share the list of the servers that run.
  splitting: true,
  sourcemap: true,
  clean: true,
  // The loader's own package is CommonJS and has the SDK's other copy, which knows none of the plugins that a test imports.
  // So its source goes into this one; the SDK stays outside, where tests find the same copy.
  noExternal: ['@csr/metamod-loader'],
  external: ['@csr/metamod-sdk', 'esbuild', 'vitest'],
  esbuildOptions(options) {
    options.conditions = ['source']
  },
  // tsup sets baseUrl for the declarations, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
