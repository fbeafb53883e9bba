// `npm ci`, but only when the lock file is newer than what is installed.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { quietly, root } from './process.mjs'

export function installDependencies() {
  const installed = join(root, 'node_modules/.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true
  console.log('metamod: installing dependencies (npm ci)')
  // `npm test --silent` would hand its silence on, and hide the reason of a failure.
  const env = { ...process.env, npm_config_loglevel: 'error' }
  const code = quietly('npm', ['ci', '--no-audit', '--no-fund'], { env })
  if (code !== 0)
    console.error('metamod: npm ci failed (see above); check the network and run the command again')
  return code === 0
}
