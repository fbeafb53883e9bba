/** The user messages of one server: who listens to the game's, and the sending of one's own. */
import type { Calls } from '../call-table.js'
import type { PluginScope } from '../plugin-scope.js'
import type { WholeMessage } from '../raw/bridge.js'
import type { Dispatcher, ErrorSink } from '../raw/dispatch.js'
import type { Undo } from '../raw/hook.js'
import type { Runtime } from '../raw/runtime.js'
import { MessageListeners } from './message-listeners.js'
import { MessageNames } from './message-names.js'
import type { MessagePart } from './message-part.js'
import type { MessageTarget } from './message-target.js'
import { MessageSender } from './send-message.js'
import type { MessageListener } from './user-message.js'

/** What the messages work on. */
export interface MessagesParts {
  readonly runtime: Runtime
  readonly engine: Calls['engine']
  readonly dispatcher: Dispatcher
  readonly onError: ErrorSink
}

export class Messages {
  readonly #listeners: MessageListeners
  readonly #sender: MessageSender

  constructor({ runtime, engine, dispatcher, onError }: MessagesParts) {
    const { bridge, entities } = runtime
    const names = new MessageNames(bridge)
    this.#listeners = new MessageListeners({ bridge, dispatcher, entities, names, onError })
    this.#sender = new MessageSender(runtime, engine, names)
  }

  listen(scope: PluginScope, which: string | number, listener: MessageListener): Undo {
    return this.#listeners.add(scope, which, listener)
  }

  send(
    scope: PluginScope,
    which: string | number,
    target: MessageTarget,
    parts: readonly MessagePart[],
  ): void {
    this.#sender.send(scope, which, target, parts)
  }

  /** For the bridge: a message of the game's is complete. */
  show(message: WholeMessage): WholeMessage | null {
    return this.#listeners.show(message)
  }

  /** A plugin registered a message by the engine's function, whose calls no hook sees. */
  registered(name: string, id: number): void {
    this.#listeners.registered(name, id)
  }

  mapStarted(): void {
    this.#listeners.mapStarted()
  }

  /** The engine's functions that one plugin is given in place of those that all share. */
  callsOf(scope: PluginScope): Pick<Calls['engine'], 'messageBegin' | 'messageEnd'> {
    return this.#sender.callsOf(scope)
  }
}
