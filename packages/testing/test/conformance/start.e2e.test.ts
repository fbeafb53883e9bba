/** How both servers start, and end. */
import { conforms } from './conforms.js'

conforms('a server without plugins starts and ends', {}, (server) => server.frames(3), 'game: shut down')
