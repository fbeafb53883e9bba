/** The TypeScript compiler, for source that is put together by a test. */
import { fileURLToPath } from 'node:url'

import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * What the compiler finds wrong with a file, each with its line of source.
 *
 * @param file - Where the file would be; it need not exist.
 */
export function typeErrors(file: string, source: string): string[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object }
  }
  const options = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, customConditions: ['source'] },
    root,
  ).options
  const host = ts.createCompilerHost(options)
  const getSourceFile = host.getSourceFile.bind(host)
  const fileExists = host.fileExists.bind(host)
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, source, target) : getSourceFile(name, target)
  const program = ts.createProgram([file], options, host)
  const main = program.getSourceFile(file)
  return ts.getPreEmitDiagnostics(program, main).map(({ messageText, start = 0 }) => {
    const line = main?.getLineAndCharacterOfPosition(start).line ?? 0
    return `${source.split('\n')[line] ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}
