/** What an administrator types at the console, and what is answered. */
import type { TemporaryFolder } from '../src/testing/temporary-folder.js'
import type { TestServer } from './test-server.js'

/** Types lines, and returns what was typed and answered, without what differs from run to run. */
export function session(server: TestServer, folder: TemporaryFolder, lines: readonly string[]): string {
  const answers = lines.flatMap((line) => [`> ${line}`, ...server.run(line)])
  return answers
    .join('\n')
    .replaceAll(folder.path, '<game>')
    .replaceAll(/each also with \S+( or \S+)* before/g, 'each also with <machine> before')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\d\d\/\d\d\/\d{4} - \d\d:\d\d:\d\d/g, '<now>')
}
