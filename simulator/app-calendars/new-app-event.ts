import type { Platform } from '../platform.ts'
import type { AppCalendar, AppEvent } from './app-calendar.ts'

export const newAppEvent = (
  platform: Platform,
  calendar: AppCalendar,
  { summary, description, key, span }: Pick<AppEvent, 'summary' | 'description' | 'key' | 'span'>,
): AppEvent => ({
  uid: platform.ids.event(),
  calendar,
  key,
  summary,
  description,
  span,
  createdAt: platform.now(),
  isDeleted: false,
  requests: [],
})
