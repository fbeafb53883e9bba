// A compiler for 64-bit ARM and an emulator to run what it makes, for the tests on other machines. Both are unpacked
// privately: Debian's cross compilers cannot be installed beside gcc-multilib.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unpackPackages } from './debian.mjs'
import { capture, root } from './process.mjs'

const folder = join(root, 'node_modules/.cache/debian/arm64-tools')
const target = join(folder, 'usr/aarch64-linux-gnu')
const tool = (name) => join(folder, 'usr/bin', name)

const packages = [
  'g++-12-aarch64-linux-gnu',
  'gcc-12-aarch64-linux-gnu',
  'cpp-12-aarch64-linux-gnu',
  'binutils-aarch64-linux-gnu',
  'libstdc++-12-dev-arm64-cross',
  'libgcc-12-dev-arm64-cross',
  'libc6-dev-arm64-cross',
  'linux-libc-dev-arm64-cross',
  'libstdc++6-arm64-cross',
  'libgcc-s1-arm64-cross',
  'libc6-arm64-cross',
  'qemu-user-static',
]

/** Runs ARM programs; put in front of the program and its arguments. */
export const arm64Emulator = [tool('qemu-aarch64-static'), '-L', target]

/** Its `strip`, where it was unpacked. */
export const arm64Strip = join(folder, 'wrappers/aarch64-linux-gnu-strip')

const compilers = ['aarch64-linux-gnu-gcc-12', 'aarch64-linux-gnu-g++-12']
const wrapper = (compiler) => join(folder, 'wrappers', compiler)

/** What CMake is to be told so that it builds for ARM. */
export const arm64Compilers = [
  `-DCMAKE_C_COMPILER=${wrapper(compilers[0])}`,
  `-DCMAKE_CXX_COMPILER=${wrapper(compilers[1])}`,
]

/** Makes sure that ARM programs can be built and run; returns null, or one line saying why they cannot. */
export function prepareArm64() {
  if (process.arch !== 'x64') return 'this machine is no x86-64, for which the cross compiler is'
  const why = unpackPackages(packages, folder, 'amd64')
  if (why) return why
  useOwnLibraries()
  writeWrappers()
  const { code } = capture(arm64Emulator[0], ['--version'])
  return code === 0 ? null : 'the emulator (qemu-user-static) does not start here'
}

/** The linker is told by this text where the C library lies; here it lies elsewhere. */
function useOwnLibraries() {
  const script = join(target, 'lib/libc.so')
  const text = readFileSync(script, 'utf8')
  writeFileSync(script, text.replaceAll('/usr/aarch64-linux-gnu/lib/', ''))
}

/** Assembler and linker need libraries of their own, which lie where nobody looks for them. */
function writeWrappers() {
  mkdirSync(join(folder, 'wrappers'), { recursive: true })
  const libraries = join(folder, 'usr/lib/x86_64-linux-gnu')
  for (const program of [...compilers, basename(arm64Strip)]) {
    const script = `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${tool(program)}' "$@"\n`
    writeFileSync(wrapper(program), script, { mode: 0o755 })
  }
}
