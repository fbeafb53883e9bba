/** Timers and frames: when they come, in which order, and when they do not. */
import { conformInSteps } from './conforms.js'
import { pluginOf } from '../plugin-of.js'
import type { Setup } from './driver.js'
import { asked, registrar, setup } from './registering.js'

conformInSteps('time', setup, [
  asked('a timer comes once', ({ note, frames }) => {
    registrar().after(0.05, () => note('after', registrar().globals.time))
    frames(10)
  }),
  asked('a timer comes again and again, until it is taken back', ({ note, frames }) => {
    const undo = registrar().every(0.03, () => note('every', registrar().globals.time))
    frames(12)
    undo()
    frames(5)
  }),
  asked('timers of one frame come in their order', ({ note, frames }) => {
    registrar().after(0.02, () => note('second'))
    registrar().after(0.01, () => note('first'))
    registrar().nextFrame(() => note('next'))
    registrar().after(0, () => note('nought'))
    frames(5)
  }),
  asked('a long frame calls each once', ({ note, frame, frames }) => {
    const undo = registrar().every(0.1, () => note('every', registrar().globals.time))
    frame(1)
    frame(0.05)
    frames(10)
    undo()
  }),
  asked('a timer that throws is logged', ({ frames }) => {
    registrar().after(0.01, () => {
      throw new Error('on purpose')
    })
    frames(3)
  }),
  asked('timers outlive the map, or do not', ({ note, frames, console }) => {
    registrar().after(0.1, () => note('over the map'))
    registrar().after(0.1, () => note('in the map'), { untilMapEnd: true })
    console('changelevel yard')
    frames(15)
  }),
  asked('a paused plugin waits', ({ note, frames, console }) => {
    registrar().after(0.05, () => note('waited', registrar().globals.time))
    console('meta pause 1')
    frames(20)
    console('meta unpause 1')
    frames(10)
  }),
  {
    title: 'an awaited time goes on in its frame',
    async play(server) {
      void registrar()
        .wait(0.03)
        .then(() => server.note('waited', registrar().globals.time))
      for (let frame = 0; frame < 6; frame += 1) {
        server.frames(1)
        await server.settle()
        server.note('frame', frame)
      }
    },
  },
  asked('frame events tell the time', ({ note, frames }) => {
    const listener = ({ time, delta }: { time: number; delta: number }) => note('frame', time, delta)
    registrar().events.on('frame', listener)
    frames(3)
    registrar().events.off('frame', listener)
    frames(1)
  }),
  asked('an event listener that throws is logged', ({ frames }) => {
    registrar().events.once('frame', () => {
      throw new Error('on purpose')
    })
    frames(2)
  }),
  asked('timers end with the plugin', ({ note, frames, console }) => {
    registrar().every(0.01, () => note('still there'))
    frames(2)
    console('meta unload 1')
    frames(3)
  }),
])

const early: Setup = {
  plugins: (note) => [
    pluginOf('Early', (own) => {
      own.after(0.05, () => note('after', own.globals.time))
      own.every(0.03, () => note('every', own.globals.time))
      own.nextFrame(() => note('next', own.globals.time))
    }),
  ],
}

conformInSteps('timers that were set before the first map', early, [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((frame) =>
    asked(`they count from its start in frame ${frame}`, ({ note, frames }) => {
      note('frame', frame)
      frames(1)
    }),
  ),
  asked('they go on in the next map', ({ console, frames }) => {
    console('changelevel yard')
    frames(10)
  }),
])
