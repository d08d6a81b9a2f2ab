import { inProject } from '../project.mjs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** @param name the file's below `test/e2e`, without `.story.ts` */
export const storyFile = (name: string): string => `test/e2e/${name}.story.ts`

/** Stories that live through a grace of a minute or more, the longest first. */
export const waiting = [
  'door/check-in',
  'lock/wrong-page',
  'door/out-of-reach',
  'door/closing',
  'door/fingers',
]

/** Stories that measure, or that take the system's cache of files away: each is told while no other is. */
export const alone = ['program/bench', 'door/feedback', 'door/first-picture']

const rank = ({ moduleId }: TestSpecification): number => {
  const at = waiting.findIndex((name) => moduleId === inProject(storyFile(name)))
  return at === -1 ? waiting.length : at
}

/** Vitest's own order, in which a fresh checkout knows nothing of how long a file takes, after those that wait. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array's
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => rank(one) - rank(other))
  }
}
