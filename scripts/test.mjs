// npm test: sets up what is missing, runs every check of the project and ends with `N passed, M failed`.
import { join } from 'node:path'
import { arm64Compilers, arm64Emulator, prepareArm64 } from './arm64.mjs'
import { build } from './build.mjs'
import { prepareLibnode } from './libnode.mjs'
import { prepareMultilib } from './multilib.mjs'
import { buildNative, hostPreset, outputOf } from './native.mjs'
import { prepareNodeHeaders } from './node-headers.mjs'
import { fetchNode, otherNodes } from './other-nodes.mjs'
import { packNative } from './packages.mjs'
import { capture, root } from './process.mjs'
import { bin, check, count, nativeTests, report, skip, vitest } from './tally.mjs'

/** The add-on's tests, with the sanitizers loaded into Node: a program that was not built with them needs them first. */
function bridgeUnderSanitizers(title) {
  const libraries = ['libasan.so', 'libubsan.so'].map((name) =>
    capture('c++', [`-print-file-name=${name}`]).output.trim(),
  )
  // A compiler that does not know the file gives its bare name back.
  if (!libraries.every((path) => path.startsWith('/')))
    return skip(title, 'this compiler has no libasan.so to load')
  vitest(
    title,
    ['native-bridge/test', 'packages/sdk/test', 'packages/loader/test/guest', '--exclude=**/embed*'],
    {
      LD_PRELOAD: libraries.join(' '),
      // Node itself leaves memory to the system when it ends.
      ASAN_OPTIONS: 'detect_leaks=0',
      METAMOD_NATIVE_OUT: outputOf('asan'),
    },
  )
}

const nativePrograms = [
  ['core', 'core_test'],
  ['fake engine and game', 'fake_engine_test'],
  ['as a guest', 'guest_core_test'],
  ['the double of other Metamods', 'fake_host_test'],
]

/** Builds a preset and runs its native tests; false where it cannot be built. */
function nativeSuite(title, preset, { settings = [], emulator = [] } = {}) {
  const started = Date.now()
  if (!buildNative(preset, [], settings)) {
    count(`${title}: build`, 0, 1, started)
    return false
  }
  for (const [part, program] of nativePrograms)
    nativeTests(`${title}: ${part}`, outputOf(preset), program, emulator)
  return true
}

/** What tells the tests of the embedded path which build and which Node library to use. */
function embeddedEnvironment(preset, { libnode, folders }, emulator = []) {
  return {
    METAMOD_NATIVE_OUT: outputOf(preset),
    METAMOD_LIBNODE: libnode,
    METAMOD_LIBRARY_PATH: folders.join(':'),
    METAMOD_EMULATOR: emulator.join(' '),
  }
}

const embeddedTests = [
  'native-bridge/test/embed',
  'packages/loader/test/embedded',
  'packages/loader/test/guest/embedded',
]
// An emulator takes ten times as long; these show that all parts start, run and end.
const emulatedTests = [
  'native-bridge/test/embed/start',
  'native-bridge/test/embed/pump',
  'native-bridge/test/embed/stop',
  'packages/loader/test/embedded/side-by-side',
]

/** The same sources for another architecture: its native tests, then Node inside its engine. */
function otherArchitecture(title, preset, why, options = {}) {
  if (why) return skip(title, why)
  if (!nativeSuite(`native ${title}`, preset, options)) return
  const library = prepareLibnode(preset)
  if (library.why) return skip(`Node inside the engine, ${title}`, library.why)
  const environment = embeddedEnvironment(preset, library, options.emulator)
  vitest(`Node inside the engine, ${title}`, options.emulator ? emulatedTests : embeddedTests, environment)
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

function checks() {
  check('generated files are up to date', bin('tsx'), ['api/generate/main.ts', '--check'])
  check('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json'])
  check('eslint', bin('eslint'), ['.', '--max-warnings', '0'])
  check('format', bin('prettier'), ['--check', '.'])
  check('code in the guide', bin('tsx'), ['scripts/guide-code.ts', '--check'])
  check('reference pages', bin('typedoc'), ['--emit', 'none'])
}

function main() {
  if (!build()) {
    count('setting up', 0, 1, Date.now())
    return report()
  }
  checks()
  const settings = [`-DMETAMOD_NODE_HEADERS=${prepareNodeHeaders()}`]
  nativeSuite('native', hostPreset, { settings })
  // The tests of `metamod-loader install` put this build on servers.
  packNative()
  nativeSuite('native under ASan and UBSan', 'asan')
  bridgeUnderSanitizers('the add-on under ASan and UBSan')
  otherArchitecture('32-bit x86', 'i386', prepareMultilib(), { settings })
  otherArchitecture('64-bit ARM', 'arm64', prepareArm64(), {
    settings: [...settings, ...arm64Compilers],
    emulator: arm64Emulator,
  })
  const library = prepareLibnode(hostPreset)
  if (library.why) count(`Debian's Node library (${library.why})`, 0, 1, Date.now())
  const environment = library.why ? {} : embeddedEnvironment(hostPreset, library)
  vitest('vitest: packages, api and end to end', [], environment)
  for (const version of otherNodes) mainJobOn(version)
  report()
}

main()
