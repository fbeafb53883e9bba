/** A bridge without C behind it, for a plugin's life up to its first hook: it remembers what was registered and removed. */
import type { Bridge } from '@csr/metamod-sdk/host'

export interface ScriptBridge {
  readonly bridge: Bridge
  /** Calls as `name(first argument)`, in their order. */
  readonly calls: string[]
}

const data: Partial<Bridge> = {
  scratch: new ArrayBuffer(65_536),
  wordSize: 64,
  bind: () => () => undefined,
  // What is asked of a core that has nothing to tell.
  hostName: () => '',
  localInfo: () => '',
  describeGame: () => '',
  gameDllPath: () => '',
  hookCount: () => 0,
  hookedFunctions: () => [],
  commands: () => [],
  cvars: () => [],
  userMessages: () => [],
  findGameDll: () => ({ path: '', source: '', tried: [] }),
}

export function scriptBridge(): ScriptBridge {
  const calls: string[] = []
  const record =
    (name: string) =>
    (...args: readonly unknown[]): boolean => {
      calls.push(`${name}(${String(args[0])})`)
      return true
    }
  const bridge = new Proxy(data, {
    get: (known, name) => (name in known ? Reflect.get(known, name) : record(String(name))) as unknown,
  })
  return { bridge: bridge as Bridge, calls }
}
