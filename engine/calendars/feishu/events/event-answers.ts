import * as v from 'valibot'
import { listOf, name, secondsText, text } from '../fields.ts'

export const calendarsSchema = v.object({
  data: v.object({
    calendar_list: listOf(
      v.object({
        calendar_id: name,
        description: text,
        role: v.nullish(v.string()),
        is_deleted: v.nullish(v.boolean()),
      }),
    ),
    /** Not there, or empty, on the last page. */
    page_token: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
    has_more: v.nullish(v.boolean()),
  }),
})

export type CalendarsAnswer = v.InferOutput<typeof calendarsSchema>

/** `<uid>_<original_time>`: of a single event, 0. */
const eventId = v.pipe(name, v.regex(/^.+_\d+$/))

export const eventSchema = v.object({ data: v.object({ event: v.object({ event_id: eventId }) }) })

export type EventAnswer = v.InferOutput<typeof eventSchema>

export const eventsSchema = v.object({
  data: v.object({
    items: listOf(
      v.object({
        event_id: eventId,
        description: text,
        status: v.nullish(v.string()),
        create_time: secondsText,
      }),
    ),
    has_more: v.nullish(v.boolean()),
  }),
})

export type EventsAnswer = v.InferOutput<typeof eventsSchema>

export const attendeesSchema = v.object({
  data: v.object({
    items: listOf(v.object({ room_id: v.nullish(v.string()), rsvp_status: v.nullish(v.string()) })),
  }),
})

export type AttendeesAnswer = v.InferOutput<typeof attendeesSchema>

const secondsOfDay = v.fallback(
  v.optional(
    v.pipe(v.union([v.string(), v.number()]), v.toNumber(), v.integer(), v.minValue(0), v.maxValue(86_400)),
  ),
  undefined,
)
/** Decimals come too: half an hour is 0.5. */
const hoursCount = v.fallback(v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1000))), undefined)
/** The page has 0 and 1. What is neither is taken for a limit. */
const isOn = v.pipe(
  v.unknown(),
  v.transform((value) => value !== 0),
)

export const reserveScopeSchema = v.object({
  data: v.object({
    approve_config: v.nullish(
      v.object({
        approval_switch: isOn,
        approval_condition: v.nullish(v.number()),
        meeting_duration: hoursCount,
      }),
    ),
    time_config: v.nullish(
      v.object({
        time_switch: isOn,
        start_time: secondsOfDay,
        end_time: secondsOfDay,
        max_duration: hoursCount,
      }),
    ),
  }),
})

export type ReserveScopeAnswer = v.InferOutput<typeof reserveScopeSchema>
