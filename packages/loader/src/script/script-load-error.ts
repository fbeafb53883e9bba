/** How a TypeScript plugin's code can fail while it is loaded: it throws, or it does not come to an end. */
import { sourcesIn } from '../errors/code-frame-source.js'
import { PluginLoadError, type LoadStage } from '../plugins/load-error.js'
import { displayFile } from '../errors/source-place.js'
import { cureOfMissingPackage } from '../errors/missing-package.js'
import { describeThrown } from '../errors/thrown.js'
import { TimeLimitError } from './time-limit.js'

/** A plugin's code: its path, and the name under which Node knows its script. */
export interface Code {
  readonly path: string
  readonly file: string | null
}

/** Says where in the plugin's source it went wrong. */
export function asLoadError(stage: LoadStage, code: Code, error: unknown): PluginLoadError {
  if (error instanceof PluginLoadError) return error
  return error instanceof TimeLimitError ? endless(stage, code, error) : threwWhileLoading(stage, code, error)
}

function endless(stage: LoadStage, { path }: Code, error: TimeLimitError): PluginLoadError {
  const what = stage === 'attach' ? 'attach' : 'the top level'
  const cure = 'look there for a loop without an end, or raise the cvar meta_load_timeout'
  return new PluginLoadError(stage, `${displayFile(path)}: ${what} ${error.message}; ${cure}`, {
    cause: error,
  })
}

/** What the plugin threw, with its place. */
export function threwWhileLoading(stage: LoadStage, { path, file }: Code, thrown: unknown): PluginLoadError {
  const { message, place, details } = describeThrown(thrown, path, sourcesIn(file))
  const where = `${stage === 'attach' ? 'attach' : 'the file'} threw at ${place ?? displayFile(path)}`
  const missing = cureOfMissingPackage(thrown, path)
  const cure = missing === null ? 'correct the plugin and load it again' : `${missing}, then load it again`
  const text = `${where}: ${message}; ${cure}`
  return new PluginLoadError(stage, text, { cause: thrown, details })
}
