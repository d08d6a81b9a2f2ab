import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import { encodeMessage } from '../../shared/line/codec.ts'
import { messages } from '../../shared/line/messages.ts'
import { lineVersion, pulseTopic } from '../../shared/line/topics.ts'
import { seconds } from '../../shared/time/time.ts'

/** Ms. A door takes three of them that are missing for the hub's silence. */
const between = seconds(5)

/** Gives the sign of life of the hub that leads, until it is stopped. */
export function startPulse({
  line,
  clock,
  epoch,
}: {
  readonly line: Line
  readonly clock: Clock
  readonly epoch: number
}): Cancel {
  let cancel: Cancel | undefined
  const beat = (): void => {
    const payload = encodeMessage({ v: lineVersion, epoch, time: clock.now() })
    if (payload.ok) void line.publish({ ...messages.pulse, topic: pulseTopic, payload: payload.value })
    cancel = clock.after(between, beat)
  }
  beat()
  return () => cancel?.()
}
