/** What a plugin object is put together from. */
import type { Calls } from './call-table.js'
import type { ServerCommands } from './commands/server-commands.js'
import type { TakenNames } from './commands/taken-names.js'
import type { PluginDefinition } from './define-plugin.js'
import type { EntityClasses } from './entity-class.js'
import type { PluginEventEmitter } from './events/typed-events.js'
import type { Handover } from './handover.js'
import type { HookTables } from './hook-table.js'
import type { Messages } from './messages/messages.js'
import type { PluginRequests } from './meta-util.js'
import type { Players } from './players/players.js'
import type { PluginScope } from './plugin-scope.js'
import type { Runtime } from './raw/runtime.js'
import type { Timers } from './timers/timers.js'

/** Everything that belongs to one plugin, and what of the server it stands on. */
export interface PluginParts {
  readonly scope: PluginScope
  readonly definition: PluginDefinition
  readonly runtime: Runtime
  readonly calls: Calls
  readonly hooked: () => Calls
  readonly hooks: HookTables
  readonly commands: ServerCommands
  readonly takenNames: TakenNames
  readonly timers: Timers
  readonly entityClasses: EntityClasses
  readonly messages: Messages
  readonly handover: Handover
  /** Made when first asked for. */
  readonly players: () => Players
  readonly events: PluginEventEmitter
  readonly requests: PluginRequests
}
