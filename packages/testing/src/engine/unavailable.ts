/** What takes a real engine. Such a function throws, so that a test does not pass because of a silent 0. */
import { MetamodError } from '@csr/metamod-sdk'

export function unavailable(place: string, why: string): never {
  throw new MetamodError(
    'UNAVAILABLE',
    `${place}: the test server cannot do this, because ${why}; try it on the development server (metamod-dev)`,
  )
}
