import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import type { LastReading, Log } from '../../../engine/ports.ts'
import { type BookingId, bookingIdOf } from '../../../shared/booking/booking.ts'
import type { CachedSchedule, TabletClocks } from '../../../shared/reading/cached-schedule.ts'
import { equipmentKinds } from '../../../shared/reading/equipment.ts'
import { keptInstant } from '../../../shared/kept/kept-instant.ts'

export interface LastReadingFileOptions {
  /** The folder of `last-reading.json`. */
  readonly folder: string
  /** The program's version. A file that another version wrote is not read. */
  readonly version: string
  readonly clocks: () => TabletClocks
  readonly log: Log
}

/**
 * Two days of a room take some kilobytes. A text with more characters than this is not a reading, and is not
 * kept.
 */
const largest = 256 * 1024

/**
 * One small file, always replaced as a whole. It is worthless after a day, so an unreadable one is not set
 * aside.
 */
export function createLastReadingFile({ folder, version, clocks, log }: LastReadingFileOptions): LastReading {
  const file = join(folder, 'last-reading.json')
  // One change after the other, so that a write can't restore a reading that was forgotten later.
  const inTurn = pLimit(1)
  const then = (change: () => Promise<void>): void => {
    inTurn(change).catch((cause: unknown) => log.warn('last-reading.not-written', { cause }))
  }
  const remove = (): Promise<void> => rm(file, { force: true })
  return {
    clocks,
    recall: async () => {
      try {
        return readingFrom(await readFile(file, 'utf8'), version)
      } catch {
        // The file is missing, or the disk can't read it. The door then has nothing to show before the first
        // reading.
        return undefined
      }
    },
    keep: (reading) => {
      const text = `${JSON.stringify({ version, ...reading })}\n`
      then(() => (text.length > largest ? remove() : writeFileAtomic(file, text, { mode: 0o600 })))
    },
    forget: () => then(remove),
  }
}

const text = v.pipe(v.string(), v.minLength(1))
const milliseconds = v.pipe(v.number(), v.finite())

const bookingSchema = v.strictObject({
  id: v.pipe(
    text,
    v.transform((id): BookingId => bookingIdOf(id)),
  ),
  meeting: v.string(),
  start: keptInstant,
  end: keptInstant,
  organizer: v.exactOptional(v.strictObject({ name: v.exactOptional(v.string()) })),
  title: v.exactOptional(v.string()),
})

const readingSchema = v.strictObject({
  version: text,
  of: v.strictObject({
    source: text,
    account: text,
    roomId: text,
    timeZone: text,
    showTitle: v.boolean(),
    showOrganizer: v.boolean(),
  }),
  readAt: keptInstant,
  bookings: v.array(bookingSchema),
  room: v.strictObject({
    name: v.exactOptional(v.string()),
    equipment: v.exactOptional(
      v.pipe(v.array(v.picklist(equipmentKinds)), v.maxLength(equipmentKinds.length)),
    ),
    capacity: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
    place: v.exactOptional(v.array(v.string())),
    outOfService: v.exactOptional(
      v.strictObject({
        reason: v.exactOptional(v.string()),
        from: v.exactOptional(keptInstant),
        until: v.exactOptional(keptInstant),
      }),
    ),
  }),
  keptAt: keptInstant,
  clocks: v.strictObject({
    wall: milliseconds,
    battery: v.exactOptional(milliseconds),
    boot: v.exactOptional(v.strictObject({ id: text, age: milliseconds })),
  }),
})

/** The stored reading; undefined for a text that no panel of this version wrote. */
function readingFrom(content: string, ours: string): CachedSchedule | undefined {
  if (content.length > largest) return undefined
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), readingSchema), content)
  if (!parsed.success || parsed.output.version !== ours) return undefined
  const { version: _, ...reading } = parsed.output
  return reading
}
