/** Steps in which something is asked of a plugin or the server, and what comes of it is noted. */
import type { Step } from './conforms.js'
import type { Driver } from './driver.js'

/** What `ask` gives or throws goes into the transcript, then a frame passes. */
export const asked = (title: string, ask: (server: Driver) => unknown): Step => ({
  title,
  play(server) {
    try {
      server.note('gives', ask(server))
    } catch (error) {
      server.note('throws', error)
    }
    server.frames(1)
  },
})

export const come = asked('Ada and Grace come', (server) => {
  server.connect('Ada')
  server.connect('Grace')
  server.frames(3)
  server.console('sv_showmessages 1')
})
