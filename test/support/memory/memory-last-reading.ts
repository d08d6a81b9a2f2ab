import type { LastReading } from '../../../engine/ports.ts'
import type { CachedSchedule, TabletClocks } from '../../../shared/reading/cached-schedule.ts'

/** What was read last, kept in memory: it outlives the panels that use it. */
export interface MemoryLastReading extends LastReading {
  kept: CachedSchedule | undefined
  /** How often something was kept. */
  times: number
}

export function createMemoryLastReading(clocks: () => TabletClocks = () => ({ wall: 0 })): MemoryLastReading {
  const memory: MemoryLastReading = {
    kept: undefined,
    times: 0,
    clocks,
    recall: async () => memory.kept,
    keep: (reading) => {
      memory.times += 1
      memory.kept = reading
    },
    forget: () => void (memory.kept = undefined),
  }
  return memory
}
