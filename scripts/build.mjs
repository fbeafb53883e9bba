// npm run build: everything a server needs, native parts and packages.
import { installDependencies } from './install.mjs'
import { buildNative } from './native.mjs'
import { buildPackages } from './packages.mjs'
import { missingTools } from './toolchain.mjs'

export function build() {
  const missing = missingTools()
  if (missing) console.error(missing)
  return !missing && installDependencies() && buildNative() && buildPackages()
}

if (import.meta.url === `file://${process.argv[1]}`) process.exitCode = build() ? 0 : 1
