import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/host.ts'],
  // Only CommonJS, for imports too: a plugin and the loader must meet in one copy of the SDK.
  format: 'cjs',
  target: 'node18',
  platform: 'node',
  // Both entries must share the classes of entities and errors, or `instanceof` would fail between them.
  splitting: true,
  sourcemap: true,
  clean: true,
  // tsup sets baseUrl for the declarations, which TypeScript 6 deprecates.
  // Types of typed-emitter are put into ours, because not every module system finds them where they are.
  dts: { resolve: ['typed-emitter'], compilerOptions: { ignoreDeprecations: '6.0' } },
})
