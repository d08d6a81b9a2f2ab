import { expect, test } from 'vitest'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { englishAdvice } from '../../../shared/set-up/advice.ts'
import { createTablet, examined, type Tablet } from './a-tablet.ts'

/** A tablet on which visitors may book. */
function aBookingTablet(booking: Readonly<Record<string, unknown>> = {}): Tablet {
  const tablet = createTablet()
  if (!tablet.configuration.ok) throw new Error('The configuration of this test')
  const { feishu, room } = tablet.configuration.value
  const parsed = parseConfiguration({ feishu, room, booking: { who: 'everyone', ...booking } })
  if (!parsed.ok) throw new Error('The rules of this test')
  tablet.configuration = parsed
  return tablet
}

const aboutBooking = (lines: readonly string[]) =>
  lines.filter((line) => /calendar:calendar|^booking /.test(line))

test('a door that may book has a line for each thing that booking needs', async () => {
  const contact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'
  const { status, lines } = await examined(aBookingTablet({ contact }))
  expect(aboutBooking(lines)).toEqual([
    'scope calendar:calendar:read: ok, the doors’ calendar is there',
    'scope calendar:calendar:create: skipped: the doors’ calendar is there',
    'scope calendar:calendar.event:create: ok',
    'scope calendar:calendar.event:update: ok',
    'scope calendar:calendar.event:read: ok',
    'scope calendar:calendar.event:delete: ok',
    'booking room: ok',
    'booking contact: ok',
  ])
  expect(status).toBe(0)
})

test('a contact that IT left out is no fault, but said', async () => {
  const { status, lines } = await examined(aBookingTablet())
  expect(lines).toContain('booking contact: skipped: booking.contact is not set; some rooms refuse then')
  expect(status).toBe(0)
})

test('without the bot ability, or the scope for calendars, it says so once', async () => {
  const tablet = aBookingTablet()
  tablet.probe.failing.hasCalendar = { code: 'botMissing', calendarCode: 190007 }
  const { status, lines } = await examined(tablet)
  expect(lines).toContain(`scope calendar:calendar:read: botMissing (190007). ${englishAdvice.botMissing}`)
  expect(lines).toContain('scope calendar:calendar.event:create: skipped: needs scope calendar:calendar:read')
  expect(status).toBe(1)
})

test.each([
  ['makeEntry', 'calendar:calendar.event:create'],
  ['askRoom', 'calendar:calendar.event:update'],
  ['readAnswer', 'calendar:calendar.event:read'],
  ['removeEntry', 'calendar:calendar.event:delete'],
] as const)('a missing scope for %s is named', async (step, scope) => {
  const tablet = aBookingTablet()
  tablet.probe.failing[step] = { code: 'scopeMissing', scopes: [scope], calendarCode: 99991672 }
  const { status, lines } = await examined(tablet)
  expect(lines).toContain(`scope ${scope}: scopeMissing (${scope}, 99991672). ${englishAdvice.scopeMissing}`)
  expect(status).toBe(1)
})

test('the scope for making the calendar is named as long as no door has made it', async () => {
  const tablet = aBookingTablet()
  tablet.probe.hasCalendar = false
  tablet.probe.failing.mayMakeCalendar = {
    code: 'scopeMissing',
    scopes: ['calendar:calendar:create'],
    calendarCode: 99991672,
  }
  const { status, lines } = await examined(tablet)
  expect(lines).toContain(
    `scope calendar:calendar:create: scopeMissing (calendar:calendar:create, 99991672). ${englishAdvice.scopeMissing}`,
  )
  expect(status).toBe(1)
})

test('a room whose bookings all need an approval is named', async () => {
  const tablet = aBookingTablet()
  tablet.probe.roomLimits = { approvalFrom: 0 }
  const { status, lines } = await examined(tablet)
  expect(lines).toContain(`booking room: approvalNeeded. ${englishAdvice.approvalNeeded}`)
  expect(status).toBe(1)
})
