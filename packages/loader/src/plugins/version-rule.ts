/**
 * Which plugins fit this Metamod. The interface has a version `MAJOR:MINOR`; a minor step only adds at the end of tables,
 * so an older minor fits and a newer one may call what is not there.
 */
import { interfaceVersion } from '@csr/metamod-sdk'

import { PluginLoadError } from './load-error.js'

/**
 * Checks the version that a plugin asks for.
 *
 * @returns a remark worth logging, or null.
 * @throws PluginLoadError of stage `version`.
 */
export function checkInterfaceVersion(wanted: string): string | null {
  if (wanted === interfaceVersion) return null
  const theirs = parse(wanted)
  const ours = parse(interfaceVersion)
  if (theirs === null || ours === null) {
    throw refuse(wanted, `which is not of the form MAJOR:MINOR; ask for ${interfaceVersion}`)
  }
  if (theirs.major > ours.major || (theirs.major === ours.major && theirs.minor > ours.minor)) {
    throw refuse(
      wanted,
      `and this Metamod speaks ${interfaceVersion}; update Metamod or take an older plugin`,
    )
  }
  if (theirs.major < ours.major) {
    throw refuse(
      wanted,
      `which is out of date; take a version of the plugin for interface ${interfaceVersion}`,
    )
  }
  return `asks for interface ${wanted}, older than ${interfaceVersion}; it should still work`
}

interface Version {
  readonly major: number
  readonly minor: number
}

function parse(text: string): Version | null {
  const [, major, minor] = /^(\d+):(\d+)$/.exec(text) ?? []
  return major === undefined || minor === undefined ? null : { major: Number(major), minor: Number(minor) }
}

function refuse(wanted: string, why: string): PluginLoadError {
  return new PluginLoadError('version', `asks for interface ${wanted}, ${why}`)
}
