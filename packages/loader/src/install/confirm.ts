/** Asks at a terminal. Without one, as in a script, nobody can be asked, and everything can be undone. */
import { createInterface } from 'node:readline/promises'

export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true
  const readline = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await readline.question(`${question} [Y/n] `)
    return /^(y|yes|)$/i.test(answer.trim())
  } finally {
    readline.close()
  }
}
