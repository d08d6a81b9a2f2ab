import { createAgenda } from './agenda.ts'

/** The time that it really is, which no tablet knows. It moves on only from one happening to the next. */
export interface TrueTime {
  /** Ms since 1970. */
  readonly now: () => number
  /** Gives back how to strike it out. */
  readonly at: (moment: number, run: () => void) => () => void
  readonly after: (ms: number, run: () => void) => () => void
  /** Lets all happen that is due by `end`, one after the other; promises settle after each. */
  readonly goTo: (end: number) => Promise<void>
}

/** More happenings than this at one moment are a panel that turns in circles. */
const mostAtOnce = 5000

export function createTrueTime(start: number): TrueTime {
  const agenda = createAgenda()
  let now = start
  let atOnce = 0

  const at = (moment: number, run: () => void): (() => void) => {
    const entry = agenda.enter(Math.max(moment, now), run)
    return () => (entry.run = undefined)
  }
  return {
    now: () => now,
    at,
    after: (ms, run) => at(now + Math.max(ms, 0), run),
    async goTo(end) {
      await promisesSettled()
      for (let entry = agenda.take(end); entry !== undefined; entry = agenda.take(end)) {
        atOnce = entry.due > now ? 0 : atOnce + 1
        if (atOnce > mostAtOnce) throw new Error('Time stands still: something happens again and again')
        now = entry.due
        entry.run?.()
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what time is
        await promisesSettled()
      }
      now = end
    },
  }
}

/** Node runs the next tick only once all promises that can go on have gone on; a turn of the event loop costs 50 times more. */
const promisesSettled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve))
