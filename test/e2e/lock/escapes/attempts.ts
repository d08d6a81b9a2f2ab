import type { Attempt } from './attempt.ts'
import { byKeys } from './by-keys.ts'
import { byPage } from './by-page.ts'
import { byPointer } from './by-pointer.ts'
import { byPrograms } from './by-programs.ts'

/** Every way out that somebody tries; docs/lock.md says of each what stops it. */
export const attempts: readonly Attempt[] = [...byKeys, ...byPointer, ...byPage, ...byPrograms]
