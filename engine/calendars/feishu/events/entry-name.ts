import type { CalendarEntry } from '../../../../shared/reserving/reservation.ts'

/** Where an event is: neither id has a blank. */
export interface EventPlace {
  readonly calendarId: string
  readonly eventId: string
}

/** `eventId` is `<uid>_<original_time>`, and the room's schedule names the booking by its uid. */
export const entryAt = ({ calendarId, eventId }: EventPlace): CalendarEntry => ({
  name: `${calendarId} ${eventId}`,
  meeting: eventId.replace(/_\d+$/, ''),
})

export function eventPlaceOf({ name }: CalendarEntry): EventPlace {
  const [calendarId = '', eventId = ''] = name.split(' ')
  return { calendarId, eventId }
}
