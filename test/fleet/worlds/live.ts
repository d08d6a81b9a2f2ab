import { liveBooking } from './live-booking.ts'
import { liveObserving } from './live-observing.ts'
import { liveReleasing } from './live-releasing.ts'
import type { Lived } from './world.ts'

const kinds = [liveObserving, liveReleasing, liveBooking] as const

/** Lives the world of this seed. Seeds that follow each other are worlds of the three kinds in turn. */
export const live = (seed: number): Promise<Lived> => (kinds[seed % kinds.length] ?? liveObserving)(seed)
