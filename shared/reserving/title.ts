import type { Locale } from '../languages/locales.ts'

/** The title of a door's booking in people's calendars: that it was made at the door, and no name. */
export const titleIn = (locale: Locale): string => titles.get(locale.slice(0, 2)) ?? 'Booked at the door'

const titles: ReadonlyMap<string, string> = new Map([
  ['zh', '门口预订'],
  ['ja', '入口パネルからの予約'],
])
