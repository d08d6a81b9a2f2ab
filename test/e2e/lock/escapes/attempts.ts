import type { Attempt } from './attempt.ts'
import { byKeys } from './by-keys.ts'
import { byPage } from './by-page.ts'
import { byPointer } from './by-pointer.ts'
import { byPrograms } from './by-programs.ts'

/** Every way out that is tried; docs/lock.md says what stops each. */
export const attempts: readonly Attempt[] = [...byKeys, ...byPointer, ...byPage, ...byPrograms]
