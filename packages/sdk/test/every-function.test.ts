/**
 * The SDK over the real bridge and the pattern engine: every function is hooked before and after, and what a listener read
 * is passed on through a call, so that each value makes the whole way from C to a plugin and back to C.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bridge,
  pluginInfo,
  probe,
  slot,
  startServer,
  stopServer,
} from '../../../native-bridge/test/pattern/host.js'
import type { Described } from '../../../native-bridge/test/pattern/host.js'
import { definePlugin } from '../src/define-plugin.js'
import { createHost } from '../src/host.js'
import type { Undo } from '../src/index.js'
import { isInput } from '../src/raw/codec.js'
import { Entity } from '../src/raw/entity.js'
import { rows } from '../src/raw/generated/rows.js'
import type { ParamRow, Row, ValueRow } from '../src/raw/generated/rows.js'

type Event = Readonly<Record<string, unknown>>
type Table<Member> = Record<string, Member>

const errors: string[] = []
const host = createHost(bridge, {
  onError: (_slot, where, error) => errors.push(`${where}: ${String(error)}`),
  loadPlugin: () => false,
  pluginPath: () => '',
  unloadPlugin: () => false,
})
const { plugin } = host.createPlugin(
  slot,
  definePlugin({ ...pluginInfo, loadable: 4, unloadable: 4, attach: () => undefined }),
)

beforeAll(() => startServer(host.callbacks))
afterAll(() => stopServer())

/** Runs a listener while C calls a function once, and fails if it threw or was not called. */
function listening(
  row: Row,
  phase: 'Pre' | 'Post',
  listener: (event: Event) => void,
): ReturnType<typeof probe.invoke> {
  const table = `on${row.table === 'engine' ? 'Engine' : ''}${phase === 'Post' ? 'Post' : ''}` as 'on'
  const hooks = plugin[table] as unknown as Table<(listener: (event: Event) => void) => Undo>
  let count = 0
  const undo = hooks[row.name]?.((event) => {
    count += 1
    listener(event)
  })
  const invocation = probe.invoke(row.id)
  undo?.()
  expect(errors.splice(0)).toEqual([])
  expect(count).toBeGreaterThan(0)
  return invocation
}

/** Compares what a listener read with what C says it was. */
function expectSame(row: ValueRow, value: unknown, described: Described): void {
  if (value !== null && typeof value === 'object' && 'type' in value) expect(described).not.toBeNull()
  else
    expect(plain(row, value)).toEqual(row.kind === 'stringT' ? bridge.string(described as number) : described)
}

/** A value in the form in which C describes it. */
function plain(row: ValueRow, value: unknown): unknown {
  if (value instanceof Entity) return value.index
  if (row.kind === 'edict' || row.kind === 'entvars') return -1
  if (row.kind === 'char') return String(value).charCodeAt(0)
  return row.kind === 'bool' ? Number(value) : value
}

const isView = ({ kind }: ValueRow): boolean => kind === 'struct' || kind === 'mapped'

/** Reads all parameters, and of structs all fields: none of it outlives the hook. */
const read = (row: Row, event: Event): unknown[] =>
  row.params.map((param) => (isView(param) ? JSON.stringify(event[param.name]) : event[param.name]))

describe.each(rows)('$cName of $table', (row) => {
  test.each(['Pre', 'Post'] as const)('shows a listener its parameters (%s)', (phase) => {
    let values: unknown[] = []
    const { before, after } = listening(row, phase, (event) => {
      values = read(row, event)
    })
    row.params.forEach((param, i) => {
      // Nobody knows what the places hold where the function will leave its pointers.
      const isLeftLater = param.kind === 'cstrOut' || row.name === 'setupVisibility'
      if (isView(param)) expect(values[i]).toMatch(/":/)
      else if (phase === 'Post' || !isLeftLater)
        expectSame(param, values[i], (phase === 'Pre' ? before : after)[i] ?? null)
    })
  })

  test('shows a listener what it returned', () => {
    let original: unknown
    listening(row, 'Post', (event) => {
      original = event['original']
    })
    if (row.returns.kind === 'void') expect(original).toBeNull()
    else if (!row.returns.worldMeansNull) expectSame(row.returns, original, probe.returned(row.id))
  })
})

/** The pattern engine has one text for what a function leaves, so such a function cannot be called inside its own hook. */
const leavesText = (row: Row): boolean => row.params.some(({ kind }) => kind === 'cstrOut')

const isPassedOn = (row: Row): boolean =>
  row.notCallable === undefined && row.handwritten === undefined && !leavesText(row)

/** What to pass on for a parameter. A block of bytes has to be ours, and so has its length. */
function argument(param: ParamRow, event: Event): unknown {
  if (param.kind === 'bytes') return Int32Array.of(0x04030201)
  // Its bytes are a pattern, of which those that are no text would not fit where they came from.
  if (param.struct === 'customization_t') return {}
  return param.name === 'length' ? 1 : event[param.name]
}

/** What was passed on as it came; the rest is made anew on its way: texts in the string pool, structs, our own bytes. */
const isSameAgain = (param: ParamRow): boolean =>
  isInput(param) && !['stringT', 'struct', 'bytes'].includes(param.kind) && param.name !== 'length'

describe.each(rows.filter(isPassedOn))('$cName of $table', (row) => {
  test.each(['real', 'hooked'] as const)('receives what a listener passes on (%s)', (target) => {
    const calls = target === 'real' ? plugin : plugin.hooked
    const table = (row.table === 'engine' ? calls.engine : calls.gamedll) as unknown as Table<
      (...given: unknown[]) => unknown
    >
    let received: Described[] | null | undefined
    const { after } = listening(row, 'Post', (event) => {
      // A hooked call comes back here.
      if (received !== undefined) return
      received = null
      probe.received(row.id)
      table[row.name]?.(...row.params.filter(isInput).map((param) => argument(param, event)))
      received = probe.received(row.id)
    })
    row.params.forEach((param, i) => {
      if (isSameAgain(param)) expect(received?.[i], param.name).toEqual(after[i])
    })
  })
})
