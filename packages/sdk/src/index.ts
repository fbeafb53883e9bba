/** What plugins import. */
export { definePlugin, assertPluginDefinition, interfaceVersion } from './define-plugin.js'
export type { PluginDefinition, PluginOptions } from './define-plugin.js'
export type { Plugin } from './plugin.js'
export type { PluginRegistrations } from './plugin-registrations.js'
export type { PluginTables } from './plugin-tables.js'
export type { GameHooks, Rejection } from './hook-table.js'
export type { Calls, Engine } from './call-table.js'
export type {
  Argument,
  ArgumentKind,
  ArgumentOptions,
  Arguments,
  ArgumentsValue,
  ArgumentValue,
  ArgumentValues,
  OptionsValue,
  WordValue,
} from './commands/argument.js'
export type {
  ChatCommandOptions,
  CommandCall,
  CommandListener,
  CommandOptions,
} from './commands/command-options.js'
export type { CommandHelp } from './commands/plugin-commands.js'
export type { Command, CommandHandler } from './commands/server-commands.js'
export type { Cvar, CvarListener } from './cvar.js'
export type { CvarType, CvarValue, CvarValues } from './cvar-rules.js'
export type { CvarOptions, TypeOfDefault } from './cvars.js'
export type { EntityMaker } from './entity-class.js'
export type { Color, HudTextParms } from './hud-text.js'
export type {
  ChatEvent,
  FrameEvent,
  MapEndEvent,
  MapStartEvent,
  PlayerConnectEvent,
  PlayerJoinEvent,
  PlayerLeaveEvent,
  PluginEventName,
  PluginEvents,
} from './events/plugin-events.js'
export type { PluginEventEmitter } from './events/typed-events.js'
export { hookableFunctions, hookOf } from './functions.js'
export type { AnyHook, FunctionParameter, HookableFunction } from './functions.js'
export type { InfoBuffer } from './info-buffer.js'
export type { MessagePart, MessageValue, NumberPartType } from './messages/message-part.js'
export type { MessagePlayer, MessageTarget } from './messages/message-target.js'
export type {
  MessageAnswer,
  MessageArguments,
  MessageChange,
  MessageListener,
  UserMessage,
} from './messages/user-message.js'
export type { MetaUtil } from './meta-util.js'
export { Player } from './players/player.js'
export { PlayerLeftError, PlayerNotFoundError } from './players/player-errors.js'
export type { Players } from './players/players.js'
export { Entity } from './raw/entity.js'
export { MetamodError, StaleEntityError } from './raw/errors.js'
export type { MetamodErrorCode } from './raw/errors.js'
export { handled, override, supercede } from './raw/hook.js'
export type { Answer, Handled, Hook, HookEvent, Listener, Override, Supercede, Undo } from './raw/hook.js'
export type { Pointer } from './raw/pointer.js'
export type { Vec3 } from './raw/vec3.js'
export type { EngineCalls, GameDllCalls } from './raw/generated/calls.js'
export * from './raw/generated/enums.js'
export type { EngineHooks, GameDllHooks } from './raw/generated/hooks.js'
export type * from './raw/generated/structs.js'
export type { TimerOptions } from './timers/timers.js'
