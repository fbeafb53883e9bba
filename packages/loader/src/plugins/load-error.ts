/** Why a plugin is not running. The text says what is wrong and what to do; whoever prints it adds the plugin's name. */
import { MetamodError } from '@csr/metamod-sdk'

/** How far the plugin came. */
export type LoadStage =
  'find' | 'stub' | 'bundle' | 'evaluate' | 'open' | 'query' | 'version' | 'loadable' | 'attach'

export class PluginLoadError extends MetamodError {
  readonly stage: LoadStage
  /** Lines to print below the message: a piece of source with a mark, or a stack. */
  readonly details: readonly string[]
  /** Whether nothing is wrong with it but the moment: at the next map change it may be loaded. */
  readonly isPostponed: boolean

  constructor(
    stage: LoadStage,
    message: string,
    options: ErrorOptions & { readonly details?: readonly string[]; readonly isPostponed?: boolean } = {},
  ) {
    super('INVALID_PLUGIN', message, options)
    this.stage = stage
    this.details = options.details ?? []
    this.isPostponed = options.isPostponed ?? false
  }
}

/** A `meta` command, or a plugin's request, that cannot be done. The text says why and what would work. */
export class RefusedError extends MetamodError {
  constructor(message: string) {
    super('UNAVAILABLE', message)
  }
}
