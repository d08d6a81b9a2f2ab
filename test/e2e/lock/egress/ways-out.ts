import { byConnection } from './by-connection.ts'
import { byElement } from './by-element.ts'
import { byService } from './by-service.ts'

/**
 * A way from the page to the network: the body of an async function, to which `host` is a name, and `address`
 * an IPv4 address, that only this way uses. Its errors are ignored.
 */
export type WayOut = readonly [name: string, body: string]

export const waysOut: readonly WayOut[] = [...byElement, ...byConnection, ...byService]
