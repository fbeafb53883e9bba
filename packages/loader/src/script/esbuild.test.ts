import { expect, test } from 'vitest'

import { esbuild, esbuildSettings } from './esbuild.js'

const installed =
  (...architectures: readonly string[]) =>
  (architecture: string): string | null =>
    architectures.includes(architecture) ? `/modules/linux-${architecture}` : null

test('where the program for this processor is installed, esbuild finds it by itself', () => {
  expect(esbuildSettings(installed('ia32', 'x64'), 'ia32')).not.toHaveProperty('ESBUILD_BINARY_PATH')
})

test('a 32-bit server on a 64-bit system runs the program that npm installed there', () => {
  expect(esbuildSettings(installed('x64'), 'ia32')).toMatchObject({
    ESBUILD_BINARY_PATH: '/modules/linux-x64',
  })
})

test('without any program esbuild is left to say what to install', () => {
  expect(esbuildSettings(installed(), 'ia32')).not.toHaveProperty('ESBUILD_BINARY_PATH')
})

test('the programs that plugins start find no trace of it in their environment', () => {
  expect(esbuild().transformSync('let a: number = 1', { loader: 'ts' }).code).toBe('let a = 1;\n')
  expect(Object.keys(process.env).filter((name) => name.startsWith('ESBUILD'))).toEqual([])
})
