import { LoadTime } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { NativeBench, ScriptBench, type LifecycleBench } from '../testing/lifecycle-bench.js'
import { linesOf, moments, outcomes, states } from '../testing/lifecycle-table.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

type Line = Record<string, string>

const folder = temporaryFolder()
const benches = { native: new NativeBench(folder), TypeScript: new ScriptBench(folder) }
const words: Readonly<Record<string, LoadTime>> = {
  never: LoadTime.Never,
  startup: LoadTime.Startup,
  changelevel: LoadTime.Changelevel,
  anytime: LoadTime.Anytime,
  pausable: LoadTime.Anypause,
}
const tables = { moments: linesOf(moments), states: linesOf(states), outcomes: linesOf(outcomes) }
const allowed = Object.keys(words)
const commands = [...new Set(tables.outcomes.map(({ command = '' }) => command))]
const inCore: Readonly<Record<string, string>> = { RUN: 'called', PAUS: 'silent' }

interface Case {
  readonly command: string
  readonly state: string
  readonly now: string
  readonly loadable: string
  readonly unloadable: string
}

function casesOf(command: string): Case[] {
  // What is not there can be loaded or found in plugins.ini, and nothing else.
  const isForAbsent = command === 'load' || command.startsWith('refresh')
  const names = tables.states.map(({ state = '' }) => state)
  return names
    .filter((state) => isForAbsent || state !== 'absent')
    .flatMap((state) =>
      ['startup', 'changelevel', 'anytime'].flatMap((now) =>
        allowed.flatMap((loadable) =>
          allowed.map((unloadable) => ({ command, state, now, loadable, unloadable })),
        ),
      ),
    )
}

/** The one line of the table that is about a case. */
function lineFor({ command, state, now, loadable, unloadable }: Case): Line {
  const moment = tables.moments.find((line) => line['now'] === now) ?? {}
  const fits = (cell: string | undefined, time: string): boolean =>
    cell === '*' || cell === moment[time] || cell === (time === 'pausable' ? 'pausable' : 'unpausable')
  const lines = tables.outcomes.filter(
    (line) =>
      line['command'] === command &&
      line['states']?.split(',').includes(state) === true &&
      fits(line['loadable'], loadable) &&
      fits(line['unloadable'], unloadable),
  )
  const [line, ...others] = lines
  if (line === undefined || others.length > 0)
    throw new Error(
      `${lines.length} lines are about ${JSON.stringify({ command, state, now, loadable, unloadable })}`,
    )
  return line
}

function expected(each: Case): Line {
  const { answer = '', stat = '', pend = '' } = lineFor(each)
  const before = tables.states.find(({ state }) => state === each.state) ?? {}
  const status = stat === '=' ? (before['stat'] ?? '') : stat
  return {
    answer,
    stat: status,
    pend: pend === '=' ? (before['pend'] ?? '') : pend,
    core: inCore[status] ?? 'absent',
  }
}

function found(bench: LifecycleBench, { command, state, now, loadable, unloadable }: Case): Line {
  const times = {
    loadable: words[loadable] ?? LoadTime.Never,
    unloadable: words[unloadable] ?? LoadTime.Never,
  }
  bench.bring(state, times)
  const answer = bench.run(command, words[now] ?? LoadTime.Never, times)
  return { answer, ...bench.row }
}

describe.each(Object.entries(benches))('a %s plugin', (kind, bench) => {
  // A TypeScript plugin's detach has no answer.
  const isPossible = ({ state }: Case): boolean => kind === 'native' || state !== 'unwilling'

  test.each(tables.states.filter(({ state }) => kind === 'native' || state !== 'unwilling'))(
    'can be brought into the state $state',
    ({ state = '', stat, pend }) => {
      bench.bring(state, { loadable: LoadTime.Anytime, unloadable: LoadTime.Anypause })
      expect(bench.row).toMatchObject({ stat, pend })
    },
  )

  test.each(commands)('after %s is as the table says, in each state and whatever it allows', (command) => {
    const cases = casesOf(command).filter(isPossible)
    expect(cases.length).toBeGreaterThan(500)
    const wrong = cases
      .map((each) => ({ case: each, found: found(bench, each), expected: expected(each) }))
      .filter((each) => JSON.stringify(sorted(each.found)) !== JSON.stringify(sorted(each.expected)))
    expect(wrong.slice(0, 5)).toEqual([])
  })
})

const sorted = (line: Line): [string, string][] => Object.entries(line).sort()
