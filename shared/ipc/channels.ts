import type { RequestName } from './contract.ts'

/**
 * The channel of the request with this name. In a file of its own, because the preload needs no more of the
 * contract.
 */
export const requestChannel = (name: RequestName): string => `panel:${name}`

/** The channel of the one push. */
export const snapshotChannel = 'panel:snapshot'
