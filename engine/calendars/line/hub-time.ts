import { minutes, seconds } from '../../../shared/time/time.ts'
import type { Clock } from '../../ports.ts'
import type { AskHub } from './asks.ts'

/** How long to wait for the time, ms: a longer round trip bounds its error no better than 10 s. */
const limit = seconds(10)

/** How often the time is asked for again, ms: a tablet's clock drifts by a second a day, or by a minute. */
const servesFor = minutes(10)

/** Sets the door's clock by the hub's, whose own is Feishu's. Resolves to whether the time is known. */
export function createHubTime(clock: Clock, ask: AskHub): () => Promise<boolean> {
  let heardAt = -Infinity
  const hear = async (): Promise<void> => {
    const sent = clock.elapsed()
    const asked = await ask({ kind: 'time' }, limit)
    if (asked.kind !== 'answered' || asked.outcome.kind !== 'time') return
    if (clock.hear(asked.outcome.at, sent, clock.elapsed())) heardAt = sent
  }
  let underWay: Promise<void> | undefined

  return async () => {
    const isKnown = Number.isFinite(clock.error())
    if (isKnown && clock.elapsed() - heardAt < servesFor && clock.isWholeSince(heardAt)) return true
    underWay ??= hear().finally(() => (underWay = undefined))
    if (!isKnown) await underWay
    return Number.isFinite(clock.error())
  }
}
