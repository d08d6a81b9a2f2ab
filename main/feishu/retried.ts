import type { Result } from '../../shared/result.ts'
import type { Clock } from '../ports.ts'
import type { Fault, Nature } from './problems.ts'

const tries = 3
/** Ms; each next pause is twice as long, and up to twice that by chance, lest many panels come back as one. */
const firstPause = 500

/** Ms from the first try, after which there is no other: somebody may be waiting at the door. */
const patience = 8000

const passing: readonly Nature[] = ['unanswered', 'notSent']

/** What `attempt` gives at last: it is tried again on faults that pass by themselves. Only for what is safe to repeat. */
export async function retried<T>(
  attempt: () => Promise<Result<T, Fault>>,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
): Promise<Result<T, Fault>> {
  const begun = clock.elapsed()
  let result = await attempt()
  for (let tried = 1; tried < tries && !result.ok && passing.includes(result.error.nature); tried++) {
    if (clock.elapsed() - begun > patience) break
    const pause = firstPause * 2 ** (tried - 1) * (1 + random())
    await new Promise<void>((resolve) => clock.after(pause, resolve))
    result = await attempt()
  }
  return result
}
