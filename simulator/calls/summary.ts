import * as v from 'valibot'

import type { CalendarEvent } from '../calendar/event.ts'
import { isStartOf } from '../calendar/instances.ts'
import type { Platform } from '../platform.ts'
import type { App } from '../tenancy/tenant.ts'
import { parseJson } from './body.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'

const EventUid = v.object({ uid: v.string(), original_time: v.pipe(v.number(), v.integer()) })
/** No page states a limit; 50 are known to be answered. */
const MOST_EVENTS = 50
const Body = v.object({ EventUids: v.pipe(v.array(EventUid), v.maxLength(MOST_EVENTS)) })

/** "Query meeting room event subject and details" in the platform's documentation. Its keys really are capitals. */
export const summary: ScopedCall = {
  name: 'summary',
  method: 'POST',
  scopes: ['calendar:room'],
  run: (platform, { body }, app) => {
    // The page has custom apps alone. No page says how others are refused.
    if (app.store !== undefined) return refused(400, 99991676, 'token no permission')
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(platform.switches.refusalStatus, 105002, 'invalid request')
    const EventInfos = []
    const ErrorEventUids = []
    for (const { uid, original_time } of asked.EventUids) {
      const event = eventOf(platform, app, uid, original_time)
      if (event === undefined) ErrorEventUids.push({ uid, original_time, error_msg: 'event not found' })
      else EventInfos.push({ uid, original_time, summary: event.title, vchat: vchatOf(event) })
    }
    return success({ data: { EventInfos, ErrorEventUids } }, '')
  },
}

/** A released booking still has its title: the event stays in the organiser's calendar. A private one has it, too. */
const eventOf = (
  platform: Platform,
  app: App,
  uid: string,
  originalTime: number,
): CalendarEvent | undefined => {
  const event = platform.events.get(uid)
  if (event?.tenant !== app.tenant) return undefined
  return originalTime === 0 || isStartOf(event, originalTime * 1000) ? event : undefined
}

const vchatOf = ({ videoLink }: CalendarEvent) =>
  videoLink === undefined ? { vc_type: 'no_meeting' } : { vc_type: 'vc', meeting_url: videoLink }
