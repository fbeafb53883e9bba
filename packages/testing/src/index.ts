/** What tests of plugins import. */
export { createServer, stopServers } from './create-server.js'
export { TestServer } from './server/test-server.js'
export type { Connected } from './server/arrivals.js'
export type { PluginRow } from './server/plugin-list.js'
export type { ConnectOptions, ServerOptions } from './server/server-options.js'
export { TestPlayer } from './player/test-player.js'
export type {
  Received,
  ReceivedCommand,
  ReceivedDrop,
  ReceivedMessage,
  ReceivedPrint,
} from './player/received.js'
export { RejectedError } from './player/rejected-error.js'
export { CallLog } from './server/call-log.js'
export type { CallArguments } from './server/call-log.js'
export type { MapEntity } from './engine/map-entities.js'
