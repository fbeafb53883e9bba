/** The object a plugin is given in `attach`: all it can do hangs on it, and all it registers ends with it. */
import type { PluginDefinition } from './define-plugin.js'
import type { EntityMaker } from './entity-class.js'
import type { PluginEventEmitter } from './events/typed-events.js'
import type { MessagePart } from './messages/message-part.js'
import type { MessageTarget } from './messages/message-target.js'
import type { MessageListener } from './messages/user-message.js'
import type { Players } from './players/players.js'
import type { PluginParts } from './plugin-parts.js'
import { PluginRegistrations } from './plugin-registrations.js'
import { text } from './raw/checks.js'
import type { Undo } from './raw/hook.js'

/** A running plugin's side of the server. */
export class Plugin extends PluginRegistrations {
  /** What the plugin's file says about it. */
  readonly definition: PluginDefinition
  readonly #parts: PluginParts

  /** @internal Made by the host. */
  constructor(parts: PluginParts) {
    super(parts)
    this.#parts = parts
    this.definition = parts.definition
  }

  /**
   * Is aborted when the plugin has been unloaded or reloaded, after all that it registered was taken back. Hand it to
   * what the SDK does not know of, so that it ends with the plugin: `fetch`, `events.on`, `fs.watch`, servers, sockets and
   * child processes of Node, the timers of `node:timers/promises`. What those are rejected with then is not logged. A listener
   * of the signal's own can use nothing of the plugin object any more; what needs it belongs into `detach`.
   *
   * What a plugin starts without it goes on in the server when the plugin is gone: a `setInterval`, a worker, a child
   * process. Nobody can take those back but the plugin, in its `detach` or when this signal is aborted.
   *
   * ```ts
   * const answer = await fetch('https://example.org/bans.json', { signal: plugin.signal })
   * ```
   */
  get signal(): AbortSignal {
    return this.#parts.scope.signal
  }

  /**
   * State that outlives a reload: what the version before had under `key`, else what `initial` makes. Change the object
   * that it returns; when the plugin is reloaded, the next version gets a copy of it as it was after `detach`.
   *
   * ```ts
   * const scores = plugin.handover('scores', () => new Map<string, number>())
   * ```
   *
   * Keep an object even for a single number, because only what is inside of an object can be changed in place:
   * `plugin.handover('rounds', () => ({ count: 0 }))`.
   *
   * It has to be data: objects without a class, arrays, `Map`, `Set`, `Date`, `RegExp`, typed arrays, strings, numbers and
   * so on, in any depth. A value with anything else in it (a function, an entity, a player, an object of a class) is named
   * in the log at the reload, and the next version gets what its own `initial` makes. So does one after `meta unload`
   * and `meta load`, and after a restart of the server; and what a version does not ask for is gone with the next one.
   *
   * The new version may not have the types of the old one: change the key with the form of the data.
   *
   * @param key - Any text; each key has one value, and asking twice gives the same object.
   * @throws TypeError for a key that is no string, or an `initial` that is no function.
   */
  handover<Value>(key: string, initial: () => Value): Value {
    const { scope, handover } = this.#parts
    scope.requireLoaded('handover')
    return handover.take(key, initial)
  }

  /**
   * Offers an entity class. When a map has an entity of that class, or `createNamedEntity` or `callGameEntity` is called
   * with it, `maker` is called with the new entity, whose key values have not come yet (see `on.keyValue`), and which the
   * game is told to spawn afterwards (see `on.spawn`).
   *
   * The game does nothing for an entity of which it knows no class, and engines hide one without private data from
   * `entityOfIndex`. So let it stand on a class of the game, and change what is to be different:
   *
   * ```ts
   * plugin.addEntityClass('my_marker', (entity) => {
   *   plugin.util.callGameEntity('info_target', entity)
   *   entity.vars.health = 100
   * })
   * ```
   *
   * A maker that throws is logged, and the entity stays as it is. Entities stay when the plugin goes; a paused plugin's
   * classes go on working.
   *
   * @param className - A letter, then letters, digits and `_`; at most 63 characters. Case counts.
   * @returns the function that takes the class back.
   * @throws MetamodError with code `ENTITY_CLASS_TAKEN` for a class that the game, this or another plugin has; with code
   * `UNAVAILABLE` as a plugin of another Metamod, where engines do not find classes of plugins.
   * @native LINK_ENTITY_TO_CLASS
   */
  addEntityClass(className: string, maker: EntityMaker): Undo {
    const { scope, entityClasses } = this.#parts
    scope.requireLoaded('addEntityClass')
    return entityClasses.add(scope, className, maker)
  }

  /**
   * Hears of the game's user messages of one kind, each whole: once a message, with all that was written into it, when the
   * game ends it and before anything is sent. The listener may change the message, or keep it from being sent:
   *
   * ```ts
   * plugin.onMessage('TextMsg', ({ args }) => {
   *   if (args[1] === '#Game_Commencing') return supercede()
   *   if (args[1] === '#Target_Saved') return override([args[0], 'Well defended!'])
   * })
   * ```
   *
   * All listeners are called in the order of their plugins, also after one that superceded; each sees the message as those
   * before have left it, and the last change counts. A listener that throws, or changes a message into one that the engine
   * would refuse, is logged, and counts as nothing.
   *
   * Hooks of `onEngine.messageBegin`, `writeByte` and so on are called for these messages too, one by one and earlier: what
   * they let through is what is gathered, and `onEnginePost.messageEnd` is called when the message has been sent. Messages
   * that plugins send are not heard, unless through `plugin.hooked.engine`; nor is one that a listener of its own kind
   * sends.
   *
   * @param which - A name such as `TextMsg`, or a number 1..255. A game registers its names while it loads a map, so the
   * plugin may well be there before; a name that is still unknown when a map has started is logged.
   * @returns the function that takes the listener back.
   * @native enginefuncs_t.pfnMessageBegin, pfnMessageEnd
   */
  onMessage(which: string | number, listener: MessageListener): Undo {
    const { scope, messages } = this.#parts
    scope.requireLoaded('onMessage')
    return messages.listen(scope, which, listener)
  }

  /**
   * Sends a user message, whole. All is tested before the engine hears of it, so a mistake throws and nothing is sent.
   *
   * ```ts
   * plugin.sendMessage('TextMsg', { to: player }, ['byte', 4], ['string', 'Welcome!'])
   * ```
   *
   * No plugin's hooks see it. The kinds of the parts are known to the sender only: write those that the game writes, in
   * its order.
   *
   * @param which - A name such as `TextMsg`, or a number 1..255; `svc_temp_entity` and others are the engine's own.
   * @param target - To whom: `{}` is all players, reliably.
   * @param parts - Pairs of kind and value; see {@link MessagePart}.
   * @throws RangeError for a name that nobody has registered, a value outside its range, a message of over 192 bytes (of
   * the engine's own: 512) or of another size than it was registered with, or a target that is no player.
   * @throws StaleEntityError for an entity that was freed since you got it, PlayerLeftError for a player who left.
   * @throws MetamodError with code `MESSAGE_OPEN` while another message is begun and not ended, as in the game's own.
   * @native enginefuncs_t.pfnMessageBegin, pfnMessageEnd
   */
  sendMessage(which: string | number, target: MessageTarget, ...parts: readonly MessagePart[]): void {
    const { scope, messages } = this.#parts
    scope.requireLoaded('sendMessage')
    messages.send(scope, which, target, parts)
  }

  /**
   * The players on the server: all who were given a slot, whether they have entered the game yet or not.
   *
   * ```ts
   * for (const player of plugin.players) player.printChat(`Hello ${player.name}`)
   * plugin.players.find('ann').kick('Good night')
   * ```
   *
   * @throws MetamodError with code `PLUGIN_UNLOADED` if the plugin first asks for it after its end.
   */
  get players(): Players {
    return this.#parts.players()
  }

  /**
   * What happens on the server, as Node's EventEmitter has it: players who connect, join, leave and talk, maps, frames.
   *
   * ```ts
   * plugin.events.on('playerJoin', ({ player }) => player.printChat(`Welcome, ${player.name}!`))
   * ```
   *
   * Events tell and cannot be answered: to refuse a client or keep a line back, use `plugin.on.clientConnect` and
   * `plugin.on.clientCommand`, or `plugin.addChatCommand`. An error in a listener, or the rejection of an async one, is
   * logged, and the other listeners still run. Listeners go with the plugin, and are not called while it is paused.
   *
   * Who listens late is told, in the next frame, of what still goes on: the map (`mapStart`), and each player who is there
   * (`playerConnect`, `playerJoin`), with `replayed: true`. That goes for a plugin loaded while a map runs, for listeners
   * added after an `await`, and for a plugin that was paused. It is the first listener of an event that is told; the plugin
   * hears of nothing twice, so a further listener of the same event is told only of what comes.
   */
  get events(): PluginEventEmitter {
    return this.#parts.events
  }

  /**
   * Prints a line to the server console, behind the plugin's log tag in brackets: `[HELLO] a map starts`.
   *
   * @param message - Of any length. What is no text has to be made one: `` `${count}` ``, `JSON.stringify(list)`.
   * @throws TypeError for what is no string.
   * @native mutil_funcs_t.pfnLogConsole
   */
  log(message: string): void {
    this.#parts.scope.requireLoaded('log')
    this.util.logConsole(`[${this.definition.logTag}] ${text(message, 'log', 'message')}`)
  }
}
