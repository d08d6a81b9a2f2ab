import type { RequestName } from './contract.ts'

/** The channel on which a request of this name travels. In a file of its own, for the preload needs nothing else. */
export const requestChannel = (name: RequestName): string => `panel:${name}`

/** The channel of the one push. */
export const snapshotChannel = 'panel:snapshot'
