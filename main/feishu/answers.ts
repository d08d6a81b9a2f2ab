import * as v from 'valibot'
import type { Instant } from '../../shared/domain/time.ts'
import { written } from '../../shared/written.ts'
import { fromRfc3339 } from './rfc3339.ts'

/** What every answer has. Decide by `code` alone: `msg` changes, and the HTTP status differs from call to call. */
export const envelopeSchema = v.object({
  code: v.pipe(v.number(), v.integer()),
  error: v.fallback(
    v.optional(
      v.object({
        /** Live answers have the first, the documents the second. */
        log_id: v.optional(v.string()),
        logid: v.optional(v.string()),
        permission_violations: v.optional(
          v.array(v.object({ subject: v.optional(v.string()), scope: v.optional(v.string()) })),
        ),
      }),
    ),
    undefined,
  ),
})

export type Envelope = v.InferOutput<typeof envelopeSchema>

/** `expire` is how many seconds the token has left: less than its whole life when it was asked for before. */
export const tokenSchema = v.object({
  // A header takes nothing else, and what a header doesn't take is quoted in the error about it.
  tenant_access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
  expire: v.pipe(v.number(), v.minValue(0)),
})

/** What people wrote, as it can be shown: what is blank is missing. */
const writtenSchema = v.pipe(v.string(), v.transform(written))

/** A number of seats that no room has is none. */
const capacitySchema = v.fallback(
  v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  undefined,
)

const momentSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Instant => {
    const moment = fromRfc3339(dataset.value)
    if (moment === undefined) addIssue({ expected: 'RFC 3339' })
    return moment ?? NEVER
  }),
)

/** One busy item that can't be understood makes the whole answer foreign: half a schedule must never look free. */
const busyItemSchema = v.pipe(
  v.object({
    start_time: momentSchema,
    end_time: momentSchema,
    uid: v.pipe(v.string(), v.minLength(1), v.maxLength(150)),
    /** 0 for single events and for ordinary instances of a series; seconds since 1970 for an instance that was moved. */
    original_time: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** Missing for private events. */
    organizer_info: v.nullish(v.object({ name: v.nullish(writtenSchema) })),
  }),
  v.check(({ start_time, end_time }) => start_time < end_time, 'ends before it starts'),
)

export type BusyItem = v.InferOutput<typeof busyItemSchema>

export const freebusySchema = v.object({
  data: v.object({
    free_busy: v.pipe(v.custom<object>(isNoList), v.record(v.string(), v.array(busyItemSchema))),
    /** On no page, and in live answers: rooms that could not be read. */
    error_room_ids: v.nullish(v.array(v.string()), []),
  }),
})

/** A list has no rooms at all, and must not pass for one in which every room is free. */
function isNoList(value: unknown): boolean {
  return !Array.isArray(value)
}

export type FreebusyAnswer = v.InferOutput<typeof freebusySchema>

export const roomSchema = v.object({
  data: v.object({
    room: v.object({
      name: v.nullish(writtenSchema),
      capacity: capacitySchema,
      /** The ids of the levels above it, from the company's root down. */
      path: v.nullish(v.array(v.string())),
      room_status: v.nullish(
        v.object({
          /** `true`: in service. */
          status: v.nullish(v.boolean()),
          disable_reason: v.nullish(writtenSchema),
          /** Seconds since 1970; `0` for "until further notice". */
          disable_end_time: v.nullish(v.string()),
        }),
      ),
    }),
  }),
})

export type RoomAnswer = v.InferOutput<typeof roomSchema>

export const roomsSchema = v.object({
  data: v.object({
    rooms: v.nullish(
      v.array(
        v.object({
          room_id: v.pipe(v.string(), v.minLength(1), v.maxLength(150)),
          name: v.nullish(writtenSchema),
          capacity: capacitySchema,
          path: v.nullish(v.array(v.string())),
        }),
      ),
      [],
    ),
    /** Not there, or empty, on the last page. */
    page_token: v.nullish(v.string()),
    has_more: v.nullish(v.boolean()),
  }),
})

export type RoomsAnswer = v.InferOutput<typeof roomsSchema>

export const levelsSchema = v.object({
  data: v.object({
    items: v.nullish(v.array(v.object({ room_level_id: v.string(), name: v.nullish(writtenSchema) })), []),
  }),
})

export type LevelsAnswer = v.InferOutput<typeof levelsSchema>

export const olderRoomSchema = v.object({
  data: v.object({
    rooms: v.nullish(
      v.array(
        v.object({
          room_id: v.string(),
          name: v.nullish(writtenSchema),
          capacity: capacitySchema,
          building_name: v.nullish(writtenSchema),
          floor_name: v.nullish(writtenSchema),
          is_disabled: v.nullish(v.boolean()),
        }),
      ),
      [],
    ),
  }),
})

export type OlderRoomAnswer = v.InferOutput<typeof olderRoomSchema>

/** The capitals are Feishu's. Each pair that was asked for is echoed, here or under `ErrorEventUids`. */
export const titlesSchema = v.object({
  data: v.object({
    EventInfos: v.nullish(
      v.array(
        v.object({
          uid: v.string(),
          original_time: v.nullish(v.pipe(v.number(), v.safeInteger()), 0),
          summary: v.nullish(writtenSchema),
        }),
      ),
      [],
    ),
  }),
})

export type TitlesAnswer = v.InferOutput<typeof titlesSchema>

/** A reply's answer has nothing in it but its code. */
export const replySchema = v.unknown()
