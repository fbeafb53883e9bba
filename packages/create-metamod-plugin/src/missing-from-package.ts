/** What a package.json that was there before lacks of that which the project needs. */
type Section = Readonly<Record<string, unknown>>

const sections = ['scripts', 'dependencies', 'devDependencies'] as const

/**
 * @param there - The package.json that is there.
 * @param wanted - The one that would have been written.
 * @returns lines as they would stand in the file.
 */
export function missingFrom(there: string, wanted: string): readonly string[] {
  const has = parsed(there)
  const wants = parsed(wanted)
  const lines = ['type', 'main'].filter((key) => has[key] !== wants[key]).map((key) => entry(wants, key))
  for (const section of sections) {
    // It does not matter in which of the two a package is.
    const known: Section =
      section === 'scripts'
        ? sectionOf(has, section)
        : { ...sectionOf(has, 'dependencies'), ...sectionOf(has, 'devDependencies') }
    const wantedHere = sectionOf(wants, section)
    const keys = Object.keys(wantedHere).filter((key) => known[key] === undefined)
    if (keys.length > 0)
      lines.push(`  "${section}": { ${keys.map((key) => entry(wantedHere, key).trim()).join(', ')} }`)
  }
  return lines
}

const entry = (section: Section, key: string): string => `  "${key}": ${JSON.stringify(section[key])}`

const sectionOf = (file: Section, name: string): Section => (file[name] as Section | undefined) ?? {}

/** One that cannot be read has nothing. */
function parsed(text: string): Section {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Section) : {}
  } catch {
    return {}
  }
}
