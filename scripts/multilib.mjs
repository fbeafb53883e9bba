// The 32-bit compiler, for the tests that build the core and the C header with -m32. Where we may, we install it.
import { capture, has } from './process.mjs'
import { canBuild32 } from './toolchain.mjs'

// Not `gcc-multilib`: that one cannot be installed beside Debian's ARM cross compilers.
const packages = ['g++-12-multilib', 'libc6-dev-i386']

/** Makes sure that -m32 works; returns null, or one line saying why it does not. */
export function prepareMultilib() {
  if (process.arch !== 'x64') return 'only an x86-64 machine builds for i386'
  if (canBuild32()) return null
  const wanted = `install ${packages.join(' ')} to run it`
  if (process.getuid?.() !== 0 || !has('apt-get')) return `no 32-bit compiler; ${wanted}`
  console.log(`metamod: installing ${packages.join(' ')}`)
  capture('apt-get', ['update', '-qq'])
  capture('apt-get', ['install', '-y', '-qq', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return canBuild32() ? null : `the packages could not be installed; ${wanted}`
}
