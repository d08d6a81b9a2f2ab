import type { Line } from '../../engine/line/line.ts'
import { publishedKind, type PublishedKind } from './published-kind.ts'

export type PublishOutcome = Awaited<ReturnType<Line['publish']>>

/** The same line, which counts the outcome of each message that this hub publishes to doors. */
export const countedLine = (
  line: Line,
  count: (kind: PublishedKind, outcome: PublishOutcome) => void,
): Line => ({
  ...line,
  publish: async (message) => {
    const outcome = await line.publish(message)
    const kind = publishedKind(message.topic)
    if (kind !== undefined) count(kind, outcome)
    return outcome
  },
})
