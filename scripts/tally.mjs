// Runs checks of the four kinds that `npm test` has, prints a line for each, and counts what passed.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { capture, root, run } from './process.mjs'

const totals = { passed: 0, failed: 0, skipped: 0 }

/** A program of the project's development packages. */
export const bin = (name) => join(root, 'node_modules/.bin', name)

/** One check that passes or fails as a whole. */
export function check(title, command, args, options) {
  const started = Date.now()
  const { code, output } = capture(command, args, options)
  count(title, code === 0 ? 1 : 0, code === 0 ? 0 : 1, started)
  if (code !== 0) process.stdout.write(output)
}

/**
 * A native test program: its own closing line says how many tests it ran.
 *
 * @param emulator - The words in front of a program that this machine cannot run by itself.
 */
export function nativeTests(title, folder, program, emulator = []) {
  const started = Date.now()
  const [command, ...args] = [...emulator, join(folder, program)]
  const { code, output } = capture(command, args, { cwd: folder })
  const line = /(\d+) passed, (\d+) failed/.exec(output)
  const passed = Number(line?.[1] ?? 0)
  const failed = Number(line?.[2] ?? 0)
  const broken = code !== 0 && failed === 0 ? 1 : 0
  count(title, passed, failed + broken + (line ? 0 : 1 - broken), started)
  if (code !== 0 || !line) process.stdout.write(output)
}

/** Runs vitest and counts what its report says. */
export function vitest(title, files = [], env = {}) {
  const started = Date.now()
  const report = join(root, 'node_modules/.vitest-report.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = run(bin('vitest'), ['run', ...files, ...reporters], { env: { ...process.env, ...env } })
  let result = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
  try {
    result = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    console.log('vitest wrote no report; it did not start')
  }
  const broken = code !== 0 && result.numFailedTests === 0 ? 1 : 0
  totals.skipped += result.numPendingTests
  count(title, result.numPassedTests, result.numFailedTests + broken, started)
}

export function count(title, passed, failed, started) {
  totals.passed += passed
  totals.failed += failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`)
}

export function skip(title, why) {
  totals.skipped += 1
  console.log(`skip ${title}: ${why}`)
}

/** The closing line, and the exit code that goes with it. */
export function report() {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
  process.exitCode = totals.failed > 0 ? 1 : 0
}
