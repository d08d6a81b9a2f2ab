import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { Pipe } from './pipe.ts'

const tracedSchema = v.object({
  value: v.array(v.object({ name: v.string(), ts: v.number() })),
})

/**
 * When the page painted while it was watched, ms since 1970: Blink's own `Paint`, as the browser traced it.
 * Watching costs processor time, so no other figure is measured meanwhile.
 */
export async function paintsDuring(pipe: Pipe, ms: number): Promise<readonly number[]> {
  const moments: number[] = []
  const stopHearing = pipe.on('Tracing.dataCollected', (params) => {
    const { value } = v.parse(tracedSchema, params)
    moments.push(...value.filter(({ name }) => name === 'Paint').map(({ ts }) => ts))
  })
  const isComplete = new Promise<void>((resolve) => {
    pipe.on('Tracing.tracingComplete', () => resolve())
  })
  await pipe.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } })
  await delay(ms)
  await pipe.send('Tracing.end')
  await isComplete
  stopHearing()
  const offset = epochOffset()
  return moments.map((ts) => ts / 1000 + offset)
}

/** Traces are told by Linux's monotonic clock, which is Node's as well: what lies between it and 1970, ms. */
const epochOffset = (): number => Date.now() - Number(process.hrtime.bigint()) / 1e6
