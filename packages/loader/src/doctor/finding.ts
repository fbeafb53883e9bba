/** One check's result, as one line: what was looked at, what was found, and where it is wrong, the cure. */
export type Level = 'ok' | 'warn' | 'FAIL'

export interface Finding {
  readonly level: Level
  readonly subject: string
  readonly text: string
}

export const ok = (subject: string, text: string): Finding => ({ level: 'ok', subject, text })
export const warn = (subject: string, text: string): Finding => ({ level: 'warn', subject, text })
export const fail = (subject: string, text: string): Finding => ({ level: 'FAIL', subject, text })

export function showFinding({ level, subject, text }: Finding): string {
  return `${level.padEnd(5)}${subject}: ${text}`
}
