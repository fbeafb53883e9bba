/** A case and what was seen in it, in words. */
import type { Action, Case, HookProgram, Program } from './cases.js'
import type { ListedFunction } from './driver.js'
import { Note } from './reference.js'

const answers = ['UNSET', 'IGNORED', 'HANDLED', 'OVERRIDE', 'SUPERCEDE']
const answerName = (answer: number | undefined): string => answers[answer ?? -1] ?? String(answer)
const valueName = (value: number | undefined): string =>
  value === -1 ? 'default' : value === -2 ? 'GARBAGE' : String(value)

function actionText(action: Action): string {
  const slot = 'slot' in action ? ` plugin ${action.slot}` : ''
  const fn = 'function' in action ? ` f${action.function}` : ''
  const phase = 'phase' in action ? ` ${action.phase}` : ''
  return `${action.op}${slot}${fn}${phase}`
}

const actionsText = (actions: readonly Action[]): string =>
  actions.length === 0 ? '' : `${actions.map(actionText).join(', ')}; `

const programText = ({ actions, answer, value }: Program): string =>
  `${actionsText(actions)}${answerName(answer)} ${value}`

const hookText = (hook: HookProgram): string =>
  `    ${hook.phase} f${hook.function}${hook.startsOn ? '' : ' (off)'}: ${programText(hook)}`

export function describeCase(
  { functions, real, plugins, steps }: Case,
  listed: readonly ListedFunction[],
): string {
  const lines = functions.map((place, i) => {
    const { name, hasReal, hasResult } = listed[place] ?? { name: '?', hasReal: false, hasResult: false }
    const kind = `${hasResult ? '' : ', void'}${hasReal ? '' : ', missing in the game'}`
    return `  f${i} is ${name}${kind}: ${actionsText(real[i]?.actions ?? [])}returns ${real[i]?.value ?? '?'}`
  })
  const inSlots = plugins.flatMap((plugin, i) => {
    if (plugin.hooks.length === 0 && !plugin.startsLoaded) return []
    const kind = `${plugin.isScript ? 'script' : 'native'}${plugin.startsLoaded ? '' : ', not loaded'}`
    return [`  plugin ${i + 1}, ${kind}`, ...plugin.hooks.map(hookText)]
  })
  return ['the case:', ...lines, ...inSlots, `  steps: ${steps.map(actionText).join(', ')}`].join('\n')
}

type Words = readonly number[]

const seenText = ([previous, status, original, overriding]: Words): string =>
  `previous ${answerName(previous)}, status ${answerName(status)}, original ${valueName(original)}, overriding ${valueName(overriding)}`

const hookName = ([slot, phase, fn]: Words): string =>
  `plugin ${slot ?? '?'} ${phase === 0 ? 'pre' : 'post'} f${fn ?? '?'}`

const hookNote = (what: string, words: Words): string =>
  `${hookName(words)} ${what} (mres ${answerName(words[3])}): ${seenText(words.slice(4))}`

const notes: Readonly<Record<number, { readonly length: number; readonly text: (words: Words) => string }>> =
  {
    [Note.HookBegins]: { length: 8, text: (words) => hookNote('begins', words) },
    [Note.HookAnswers]: { length: 8, text: (words) => hookNote('answers', words) },
    [Note.Real]: { length: 1, text: ([fn]) => `the real f${fn ?? '?'}` },
    [Note.Returned]: { length: 2, text: ([fn, value]) => `f${fn ?? '?'} gave ${valueName(value)}` },
    [Note.Complaint]: {
      length: 3,
      text: ([slot, fn, kind]) => `complaint ${kind ?? '?'} of plugin ${slot ?? '?'} in f${fn ?? '?'}`,
    },
    [Note.WrongText]: { length: 0, text: () => 'a variadic function got another text' },
  }

export function describeTrace(trace: ArrayLike<number>): string[] {
  const words = Array.from(trace)
  const lines: string[] = []
  while (words.length > 0) {
    const word = words.shift() ?? 0
    const note = notes[word]
    lines.push(note === undefined ? `  unknown note ${word}` : `  ${note.text(words.splice(0, note.length))}`)
  }
  return lines
}
