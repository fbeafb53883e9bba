/** Some of the functions of a bridge. */
import type { Bridge } from '@csr/metamod-sdk/host'

export type BridgePart<Name extends keyof Bridge> = Readonly<Pick<Bridge, Name>>
