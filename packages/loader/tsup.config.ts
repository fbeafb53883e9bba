import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    server: 'src/server/main.ts',
    'cli/main': 'src/cli/main.ts',
    'cli/metamod-loader': 'src/cli/metamod-loader.ts',
  },
  // Only CommonJS: hooks that are called below an ES module's top level would never see their promises settle.
  format: 'cjs',
  target: 'node18',
  platform: 'node',
  shims: true,
  sourcemap: true,
  clean: true,
  // tsup sets baseUrl for the declarations, which TypeScript 6 deprecates.
  dts: { entry: { index: 'src/index.ts' }, compilerOptions: { ignoreDeprecations: '6.0' } },
})
