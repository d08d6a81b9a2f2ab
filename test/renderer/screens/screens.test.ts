// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { plus, days } from '../../../shared/time/time.ts'
import { aBooking, aSnapshot, at, critique, inUse, review, standup, today } from '../snapshots.ts'
import { stage } from '../stage.ts'

test('before the first snapshot the page shows and claims no state', async () => {
  const { root, find } = await stage()
  expect(find('body')?.childElementCount).toBe(0)
  expect(root.getAttribute('data-occupancy')).toBe('unknown')
  expect(root.getAttribute('data-connection')).toBe('stale')
  expect(root.getAttribute('data-booking')).toBe('')
})

test('shows a free room, until when, how long, and who comes next', async () => {
  const { root, find } = await stage(
    aSnapshot({ kind: 'free', until: critique.start }, { now: at('11:42'), bookings: [standup, critique] }),
  )
  expect(root.dataset['occupancy']).toBe('free')
  expect(root.lang).toBe('en-US')
  expect(find('h1')?.textContent).toBe('Free')
  expect(find('.time-line')?.textContent).toBe('for 2 hr 18 minuntil 14:00')
  expect(find('.next')?.textContent).toBe('Next 14:00Sato Yui')
  expect(find('.clock')?.textContent).toBe('11:42')
  expect(find('.room')?.textContent).toBe('Magnolia8')
})

test('shows a room that stays free today, and tomorrow’s first meeting with its weekday', async () => {
  const tomorrow = plus(at('09:00'), days(1))
  const early = { ...standup, start: tomorrow, end: plus(at('10:00'), days(1)) }
  const { find } = await stage(aSnapshot({ kind: 'free', until: tomorrow }, { bookings: [early] }))
  expect(find('.time-line')?.textContent).toBe('for the rest of the day')
  expect(find('.next')?.textContent).toContain('Tue 09:00')
  expect(find('.booking')).toBeNull()
})

test('shows a meeting, how long it lasts, and who has it', async () => {
  const { root, find, marked } = await stage(inUse())
  expect(root.dataset['booking']).toBe(review.id)
  expect(find('h1')?.textContent).toBe('In use')
  expect(find('.time-line')?.textContent).toBe('42 min leftuntil 11:30')
  expect(find('.people-line')?.textContent).toBe('Lin Xiaoyu')
  expect(find('.next')?.textContent).toBe('Next 14:00Sato Yui')
  expect(marked('end-meeting')?.textContent).toBe('End meeting')
})

test.each([
  ['a private booking', undefined, 'Private'],
  ['a booking by an app', {}, 'Booked'],
])('names nobody for %s', async (_name, organizer, shown) => {
  const booking = aBooking('10:30', '11:30', organizer)
  const { find } = await stage(
    aSnapshot({ kind: 'inUse', booking, until: booking.end }, { bookings: [booking] }),
  )
  expect(find('.people-line')?.textContent).toBe(shown)
  expect(find('.booking-who')?.textContent).toBe(shown)
})

test('says what the meeting is about, where it may, and then who has it', async () => {
  const booking = { ...review, title: 'Budget review' }
  const { find } = await stage(
    aSnapshot({ kind: 'inUse', booking, until: booking.end }, { bookings: [booking] }),
  )
  expect(find('.people-line')?.textContent).toBe('Budget review · Lin Xiaoyu')
  expect(find('.booking-who')?.textContent).toBe('Budget review · Lin Xiaoyu')
})

test('a title stands alone if no organiser is shown', async () => {
  const booking = { ...aBooking('10:30', '11:30', {}), title: 'Budget review' }
  const { find } = await stage(
    aSnapshot({ kind: 'inUse', booking, until: booking.end }, { bookings: [booking] }),
  )
  expect(find('.people-line')?.textContent).toBe('Budget review')
})

test('says where the room is, if that is known', async () => {
  const room = { name: 'Magnolia', place: ['North Tower', 'F2'], capacity: 8 }
  const { find } = await stage(inUse({ room }))
  expect(find('.room-place')?.textContent).toBe('North Tower · F2')
})

test('counts the minutes down by itself', async () => {
  const { advance, find } = await stage(inUse())
  await advance(60_000)
  expect(find('.clock')?.textContent).toBe('10:49')
  expect(find('.time-line')?.textContent).toContain('41 min left')
})

test('says why it is not sure, what was known last, and how old that is', async () => {
  const { find, text, marked } = await stage(
    aSnapshot(
      { kind: 'unknown', reason: 'unreachable', running: review },
      { connection: { kind: 'offline', readAt: at('10:39') } },
    ),
  )
  expect(find('h1')?.textContent).toBe('Unknown')
  expect(find('.sentence-line')?.textContent).toBe('The calendar can’t be reached.')
  expect(find('.people-line')?.textContent).toBe('As of 10:39: booked until 11:30 · Lin Xiaoyu')
  expect(find('.connection')?.textContent).toBe('No connectionupdated 9 min ago')
  expect(find('.code-line')?.textContent).toBe('unreachable')
  expect(find('.timeline')?.dataset['doubtful']).toBe('true')
  expect(text()).not.toContain('Free')
  expect(marked('end-meeting')).toBeNull()
})

test('says that it starts, and nothing else, until something is known', async () => {
  const starting = aSnapshot(
    { kind: 'unknown', reason: 'starting' },
    { connection: { kind: 'stale' }, bookings: [], room: {} },
  )
  const { find, text, push } = await stage(starting)
  expect(find('h1')?.textContent).toBe('Starting…')
  for (const part of ['.sentence-line', '.people-line', '.foot', '.day', '.code-line'])
    expect(find(part)).toBeNull()
  expect(text()).not.toContain('calendar')

  await push({ ...starting, revision: 2, connection: { kind: 'stale', readAt: at('10:44') } })
  expect(find('h1')?.textContent).toBe('Unknown')
  expect(find('.sentence-line')?.textContent).toBe('Reading the calendar…')
})

test('says in words what the signs beside the room’s name mean', async () => {
  await stage(inUse({ room: { name: 'Magnolia', capacity: 8, equipment: ['display', 'whiteboard'] } }))
  const labels = [...document.querySelectorAll('.room-fact')].map((fact) => fact.getAttribute('aria-label'))
  expect(labels).toEqual(['8 seats', 'Screen', 'Whiteboard'])
  expect(document.querySelectorAll('.room-fact .icon')).toHaveLength(3)
})

test('shows a closed room with the reason that IT gave', async () => {
  const { find } = await stage(
    aSnapshot({ kind: 'outOfService', reason: 'The projector is being repaired', until: at('17:00') }),
  )
  expect(find('h1')?.textContent).toBe('Out of service')
  expect(find('.sentence-line')?.textContent).toBe('The projector is being repaired')
  expect(find('.people-line')?.textContent).toBe('until 17:00')
})

test('names the values that can’t be used, up to four and the number of the rest', async () => {
  const faults = ['room.id', 'a', 'b', 'c', 'd', 'e'].map((path) => ({ path, rule: 'roomId' }) as const)
  const { find, text } = await stage(
    aSnapshot({ kind: 'notSetUp', problem: { kind: 'configurationInvalid', faults } }),
  )
  expect(find('h1')?.textContent).toBe('Not set up')
  const shown = [...document.querySelectorAll('.faults li')].map((fault) => fault.textContent)
  expect(shown).toHaveLength(5)
  expect(shown[0]).toBe('room.id is not a room id (omm_…)')
  expect(shown[4]).toBe('and 2 more')
  expect(find('.faults code')?.textContent).toBe('room.id')
  expect(text()).not.toContain('10:48')
})

test.each([
  [{ kind: 'configurationMissing', file: '/etc/room-panel/config.json' }, '/etc/room-panel/config.json'],
  [{ kind: 'configurationUnreadable', file: '/etc/room-panel/config.json' }, 'can’t be read'],
  [{ kind: 'secretMissing', appId: 'cli_a1b2c3d4e5f60718' }, 'cli_a1b2c3d4e5f60718'],
  [{ kind: 'secretOfOtherOrigin', origin: 'https://open.feishu.cn' }, 'not for https://open.feishu.cn'],
  [{ kind: 'keyringLocked' }, 'locked'],
  [{ kind: 'keyringTimedOut' }, 'did not answer in time'],
  [{ kind: 'keyringUnavailable' }, 'does not answer'],
] as const)('says what is to be mended: %o', async (problem, words) => {
  const { find } = await stage(aSnapshot({ kind: 'notSetUp', problem }))
  expect(find('.sentence-line')?.textContent).toContain(words)
  expect(find('.code-line')?.textContent).toBe(problem.kind)
})

test('says how a panel is set up without a keyboard, and which tablet it is', async () => {
  const { find } = await stage(
    aSnapshot({ kind: 'notSetUp', problem: { kind: 'secretMissing', appId: 'cli_a1b2c3d4e5f60718' } }),
  )
  expect(find('.set-up-order')?.textContent).toContain('room-panel-provision.json on a USB stick')
  expect(find('.service-names')?.textContent).toContain('tablet-7 · K7M2QX')
})

test('does not send IT for a stick where none would be looked at', async () => {
  const { find } = await stage(aSnapshot({ kind: 'notSetUp', problem: { kind: 'keyringLocked' } }))
  expect(find('.set-up-order')?.textContent).toBe('')
  expect(find('.service-names')?.textContent).toContain('K7M2QX')
})

test('says at which step a file failed that was to set the panel up', async () => {
  const file = '/media/kiosk/STICK/room-panel-provision.json'
  const order = { file, step: 'token', fault: 'credentialsRejected' }
  const { find } = await stage(
    aSnapshot({ kind: 'notSetUp', problem: { kind: 'secretMissing', appId: 'cli_a1b2c3d4e5f60718', order } }),
  )
  expect(find('.set-up-order')?.textContent).toBe(`${file} was not used (token: credentialsRejected).`)
})

test('speaks the room’s language and follows a change of it', async () => {
  const { find, push, root } = await stage(inUse({ locale: 'zh-CN' }))
  expect(find('.time-line')?.textContent).toBe('剩余 42 分钟至 11:30')
  await push(inUse({ locale: 'ja-JP', revision: 2 }))
  expect(find('.time-line')?.textContent).toBe('残り42分11:30まで')
  expect(root.lang).toBe('ja-JP')
})

test('shows the whole of a meeting that ends on another day', async () => {
  const booking = { ...review, end: plus(today.end, days(1)) }
  const { find } = await stage(
    aSnapshot({ kind: 'inUse', booking, until: booking.end }, { bookings: [booking] }),
  )
  expect(find('.time-line')?.textContent).toBe('1 day 13 hr leftuntil Wed 00:00')
})
