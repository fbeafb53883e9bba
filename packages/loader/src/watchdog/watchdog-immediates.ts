/**
 * Node runs the immediates that are due in one go, and notes in a `finally` how far it has come. When V8 ends one of them
 * it passes that by. Node then forgets those behind it, or begins with the ended one again and fails over it for ever. So
 * before one is ended, Node's list is put into a state from which it goes on with the next.
 */
import { executionAsyncResource } from 'node:async_hooks'

/** Node's own object, the same from Node 18 to 24, as far as this looks at it. */
interface Listed {
  _idleNext: Listed | null
  _idlePrev: Listed | null
  _destroyed: boolean
  _onImmediate: unknown
}

const nothing = (): void => undefined

/** To be called inside of the immediate that is about to be ended, if what runs is one. */
export function leaveImmediate(): void {
  const resource = executionAsyncResource()
  if (!isListed(resource)) return
  // Of the first, Node has noted nothing yet; at any other it begins again.
  if (resource._idlePrev === null) listAgain(resource._idleNext)
  else makeHarmless(resource)
}

const isListed = (resource: object): resource is Listed =>
  '_onImmediate' in resource && '_idleNext' in resource && '_idlePrev' in resource

/** Puts those behind the first back among those that wait. */
function listAgain(first: Listed | null): void {
  if (first === null) return
  let last = first
  while (last._idleNext !== null) last = last._idleNext
  const [before, after] = [listed(), listed()]
  link(before, first)
  link(last, after)
  for (const each of [before, after]) unlist(each)
}

/** Has one run once more, with nothing to do. Node counts it down a second time then, so another one is counted up. */
function makeHarmless(ended: Listed): void {
  const { _idleNext, _idlePrev } = ended
  Object.assign(ended, countedOnly(), { _idleNext, _idlePrev })
}

/** One that Node has counted, but does not have in its list. */
function countedOnly(): Listed {
  const [before, made, after] = [listed(), listed(), listed()]
  link(before, after)
  for (const each of [before, after]) unlist(each)
  return made
}

const listed = (): Listed => setImmediate(nothing) as unknown as Listed
const unlist = (each: Listed): void => clearImmediate(each as unknown as NodeJS.Immediate)

function link(one: Listed, next: Listed): void {
  one._idleNext = next
  next._idlePrev = one
}
