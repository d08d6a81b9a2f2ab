import * as v from 'valibot'
import type { HttpAnswer } from '../../../ports.ts'
import { capacity, listOf, name, quoted, secondsText, text } from '../fields.ts'

/**
 * The common part of every answer. Decide by `code` alone: `msg` changes, and the HTTP status differs from
 * call to call.
 */
export const envelopeSchema = v.object({
  code: v.pipe(v.number(), v.safeInteger()),
  error: v.fallback(
    v.optional(
      v.object({
        /** Live answers have `log_id`, the documents `logid`. */
        log_id: quoted,
        logid: quoted,
        permission_violations: v.optional(listOf(v.object({ subject: quoted, scope: quoted }))),
      }),
    ),
    undefined,
  ),
})

export type Envelope = v.InferOutput<typeof envelopeSchema>

/** Feishu's id of this call. */
export function logIdOf(answer: HttpAnswer, error: Envelope['error']): string | undefined {
  const inHeader = v.parse(quoted, answer.header('x-tt-logid'))
  return error?.log_id ?? error?.logid ?? inHeader ?? undefined
}

/** A header accepts no other characters, and an error about a refused header quotes its value. */
const token = v.pipe(v.string(), v.maxLength(10_000), v.regex(/^[\x21-\x7e]+$/))

/**
 * `expire` is the token's remaining life in seconds. It is less than a full life if the token was given
 * before.
 */
export const tokenSchema = v.object({
  tenant_access_token: token,
  // No token lives longer than two hours.
  expire: v.pipe(v.number(), v.minValue(0), v.toMaxValue(7200)),
})

/** Of a store app: it opens nothing but the way to the token of a company. */
export const appTokenSchema = v.object({ app_access_token: token })

/**
 * The schedules, with their entries unparsed: `busy-item.ts` parses each entry on its own, so that an odd one
 * never costs the whole answer.
 */
export const freebusySchema = v.object({
  data: v.object({
    free_busy: v.pipe(v.custom<object>(isNoList), v.record(v.string(), v.unknown())),
    /** The rooms that could not be read. On no page of the documents, but in live answers. */
    error_room_ids: v.nullish(v.array(v.unknown()), []),
  }),
})

/** A list contains no rooms, and must not be taken for an answer in which every room is free. */
function isNoList(value: unknown): boolean {
  return !Array.isArray(value)
}

export type FreebusyAnswer = v.InferOutput<typeof freebusySchema>

const roomStatus = v.nullish(
  v.object({
    /** `true`: in service. */
    status: v.nullish(v.boolean()),
    disable_reason: text,
    /** Whether a closing is planned. */
    schedule_status: v.nullish(v.boolean()),
    /** Missing if no closing is planned. */
    disable_start_time: secondsText,
    /** Missing for "until further notice". */
    disable_end_time: secondsText,
  }),
)

const ofRoom = {
  name: text,
  capacity,
  /** The ids of the levels above it, from the company's root down. */
  path: v.fallback(listOf(name), []),
  device: v.fallback(v.nullish(listOf(v.object({ name: text }))), undefined),
  room_status: roomStatus,
}

export const roomSchema = v.object({ data: v.object({ room: v.object(ofRoom) }) })

export type RoomAnswer = v.InferOutput<typeof roomSchema>

export const roomsByIdSchema = v.object({
  data: v.object({ items: listOf(v.object({ room_id: name, ...ofRoom })) }),
})

export type RoomsByIdAnswer = v.InferOutput<typeof roomsByIdSchema>

export const roomsSchema = v.object({
  data: v.object({
    rooms: listOf(
      v.object({
        room_id: name,
        name: text,
        capacity,
        path: v.fallback(listOf(name), []),
        room_status: v.fallback(roomStatus, undefined),
      }),
    ),
    /** Missing or empty on the last page. */
    page_token: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
    has_more: v.nullish(v.boolean()),
  }),
})

export type RoomsAnswer = v.InferOutput<typeof roomsSchema>

export const levelsSchema = v.object({
  data: v.object({ items: listOf(v.object({ room_level_id: name, name: text })) }),
})

export type LevelsAnswer = v.InferOutput<typeof levelsSchema>

export const olderRoomSchema = v.object({
  data: v.object({
    rooms: listOf(
      v.object({
        room_id: name,
        name: text,
        capacity,
        building_name: text,
        floor_name: text,
        is_disabled: v.nullish(v.boolean()),
      }),
    ),
  }),
})

export type OlderRoomAnswer = v.InferOutput<typeof olderRoomSchema>

/** The capitals are Feishu's. Each requested pair comes back, here or under `ErrorEventUids`. */
export const titlesSchema = v.object({
  data: v.object({
    EventInfos: listOf(
      v.object({
        uid: name,
        original_time: v.nullish(v.pipe(v.number(), v.safeInteger()), 0),
        summary: text,
      }),
    ),
  }),
})

export type TitlesAnswer = v.InferOutput<typeof titlesSchema>

/** A reply's answer has only its code. */
export const replySchema = v.unknown()
