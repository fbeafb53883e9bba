// npm test: sets up what is missing, runs every check of the project and ends with `N passed, M failed`.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildNative, hostPreset, outputOf } from './native.mjs'
import { build } from './build.mjs'
import { prepareMultilib } from './multilib.mjs'
import { fetchNode, otherNodes } from './other-nodes.mjs'
import { capture, root, run } from './process.mjs'

const totals = { passed: 0, failed: 0, skipped: 0 }
const bin = (name) => join(root, 'node_modules/.bin', name)

/** One check that passes or fails as a whole. */
function check(title, command, args, options) {
  const started = Date.now()
  const { code, output } = capture(command, args, options)
  count(title, code === 0 ? 1 : 0, code === 0 ? 0 : 1, started)
  if (code !== 0) process.stdout.write(output)
}

/** A native test program: its own closing line says how many tests it ran. */
function nativeTests(title, preset, program) {
  const started = Date.now()
  const { code, output } = capture(join(outputOf(preset), program), [], { cwd: outputOf(preset) })
  const line = /(\d+) passed, (\d+) failed/.exec(output)
  const passed = Number(line?.[1] ?? 0)
  const failed = Number(line?.[2] ?? 0)
  const broken = code !== 0 && failed === 0 ? 1 : 0
  count(title, passed, failed + broken + (line ? 0 : 1 - broken), started)
  if (code !== 0 || !line) process.stdout.write(output)
}

/** Runs vitest and counts what its report says. */
function vitest(title, files = [], env = {}) {
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

/** The add-on's tests, with the sanitizers loaded into Node: a program that was not built with them needs them first. */
function bridgeUnderSanitizers(title) {
  const libraries = ['libasan.so', 'libubsan.so'].map((name) =>
    capture('c++', [`-print-file-name=${name}`]).output.trim(),
  )
  // A compiler that does not know the file gives its bare name back.
  if (!libraries.every((path) => path.startsWith('/')))
    return skip(title, 'this compiler has no libasan.so to load')
  vitest(title, ['native-bridge/test', 'packages/sdk/test'], {
    LD_PRELOAD: libraries.join(' '),
    // Node itself leaves memory to the system when it ends.
    ASAN_OPTIONS: 'detect_leaks=0',
    METAMOD_NATIVE_OUT: outputOf('asan'),
  })
}

function count(title, passed, failed, started) {
  totals.passed += passed
  totals.failed += failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`)
}

function nativeSuite(title, preset) {
  const started = Date.now()
  if (!buildNative(preset)) return count(`${title}: build`, 0, 1, started)
  nativeTests(`${title}: core`, preset, 'core_test')
  nativeTests(`${title}: fake engine and game`, preset, 'fake_engine_test')
}

/** Plugins of both kinds come, go and change map on another release of Node, with the same native build. */
function mainJobOn(version) {
  const started = Date.now()
  const title = `the main job on Node ${version}`
  const node = fetchNode(version)
  if (!node) return skip(title, `npm could not fetch this release of Node; check the network`)
  const commands = 'meta reload greeter; meta reload observer; meta unload stub; meta load ../stub-plugin'
  const line = `${commands}; changelevel box2; bot Cheater; greet Ada; meta list`
  const main = join(root, 'packages/loader/dist/cli/main.cjs')
  const { code, output } = capture(node, [main, '--frames', '200', '--exec', line])
  const wanted = [
    'Reloaded plugin',
    'as number 3',
    '4 plugins, 4 running',
    'Cheater is not welcome here',
    'Ada sees: Welcome, Ada!',
  ]
  const isGood = code === 0 && !output.includes('ERROR') && wanted.every((text) => output.includes(text))
  count(title, isGood ? 1 : 0, isGood ? 0 : 1, started)
  if (!isGood) process.stdout.write(output)
}

function skip(title, why) {
  totals.skipped += 1
  console.log(`skip ${title}: ${why}`)
}

function report() {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
  process.exitCode = totals.failed > 0 ? 1 : 0
}

function main() {
  if (!build()) {
    count('setting up', 0, 1, Date.now())
    return report()
  }
  check('generated files are up to date', bin('tsx'), ['api/generate/main.ts', '--check'])
  check('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json'])
  check('eslint', bin('eslint'), ['.', '--max-warnings', '0'])
  check('format', bin('prettier'), ['--check', '.'])
  nativeSuite('native', hostPreset)
  nativeSuite('native under ASan and UBSan', 'asan')
  bridgeUnderSanitizers('the add-on under ASan and UBSan')
  const why = prepareMultilib()
  if (why) skip('native 32-bit', why)
  else nativeSuite('native 32-bit', 'i386')
  vitest('vitest: packages, api and end to end')
  for (const version of otherNodes) mainJobOn(version)
  report()
}

main()
