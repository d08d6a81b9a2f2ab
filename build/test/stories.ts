import { inProject } from '../project.mjs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** @param name the file's below `test/e2e`, without `.story.ts` */
export const storyFile = (name: string): string => `test/e2e/${name}.story.ts`

/** Stories that wait for a minute or more, the longest first. */
export const waiting = [
  'door/check-in',
  'program/hub-door',
  'lock/wrong-page',
  'door/out-of-reach',
  'door/booking-killed',
  'door/closing',
  'door/fingers',
]

/** Stories that measure, or that empty the system's cache of files. Each runs while no other does. */
export const alone = ['program/bench', 'door/booking-time', 'door/feedback', 'door/first-picture']

/** Unit tests that live long: the simulation, and those that wait for real services. The longest first. */
export const longUnits = [
  'test/simulation/simulation.test.ts',
  'test/hub/story/release.test.ts',
  'test/main/adapters/keyring/keytar-vault.test.ts',
  'test/hub/story/booking.test.ts',
  'test/hub/story/two-doors.test.ts',
  'test/hub/room-panel-hub.test.ts',
  'test/build/keyring-start.test.ts',
  'test/build/fleet/site.test.ts',
]

const first = [...longUnits, ...waiting.map(storyFile)].map((file) => inProject(file))

const rank = ({ moduleId }: TestSpecification): number => {
  const at = first.indexOf(moduleId)
  return at === -1 ? first.length : at
}

/** Runs the long files first, and then the others in Vitest's own order, which knows no durations in a fresh checkout. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array's
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => rank(one) - rank(other))
  }
}
