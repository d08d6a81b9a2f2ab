// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import { days, hours, type Instant, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aBooking, aSnapshot, at, awaiting, inUse, review, today } from '../snapshots.ts'
import { stage } from '../stage.ts'

const languages = ['en-US', 'zh-CN', 'ja-JP'] as const

/** What the line of time says in each language. */
async function told(snapshot: ReturnType<typeof aSnapshot>): Promise<readonly (string | null | undefined)[]> {
  const { find, push } = await stage(snapshot)
  const lines = []
  for (const [index, locale] of languages.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one page speaks one language after the other
    await push({ ...snapshot, locale, revision: index + 2 })
    lines.push(find('.time-line')?.textContent)
  }
  return lines
}

const free = (now: Instant, until: Instant, bookings: readonly Booking[] = []) =>
  aSnapshot({ kind: 'free', until }, { now, bookings })
const midnight = today.end

test.each([
  [
    'a booking soon after midnight',
    free(at('23:50'), plus(midnight, minutes(5))),
    ['for 15 minuntil Tue 00:05', '还可使用 15 分钟至 周二 00:05', 'あと15分火曜日 00:05まで'],
  ],
  [
    'a booking at midnight',
    free(at('22:30'), midnight),
    ['for 1 hr 30 minuntil 00:00', '还可使用 1 小时 30 分钟至 00:00', 'あと1時間30分00:00まで'],
  ],
  [
    'a booking in the small hours',
    free(at('21:00'), plus(midnight, hours(2))),
    ['for 5 hruntil Tue 02:00', '还可使用 5 小时至 周二 02:00', 'あと5時間火曜日 02:00まで'],
  ],
  [
    'a booking in the morning',
    free(at('20:24'), plus(midnight, hours(9))),
    ['for the rest of the day', '今天剩余时间均空闲', '本日この後は終日空室'],
  ],
])('a free room says how long it is free before %s', async (_what, snapshot, lines) => {
  expect(await told(snapshot)).toEqual(lines)
})

test.each([
  ['10 min 15 s before its end', plus(review.end, -minutes(10) - seconds(15)), '10 min left'],
  ['59 s before its end', plus(review.end, -seconds(59)), '<1 min left'],
  ['1 ms before its end', plus(review.end, -1), '<1 min left'],
  ['1 s less than an hour before its end', plus(review.end, seconds(1) - hours(1)), '59 min left'],
])('a meeting never has more left than there is, %s', async (_when, now, line) => {
  const [english] = await told(inUse({ now }))
  expect(english).toBe(`${line}until 11:30`)
})

test('the shown time left is still true at the end of the clock’s minute', async () => {
  const odd = aBooking('10:30', '11:30')
  const snapshot = aSnapshot(
    { kind: 'inUse', booking: odd, until: plus(odd.end, seconds(15)) },
    { now: plus(at('11:20'), 3) },
  )
  expect((await told(snapshot))[0]).toBe('9 min leftuntil 11:30')
})

test('a meeting among others lasts as long as the room is taken', async () => {
  // From an hour ago for four, and one of them ends in two minutes.
  const short = aBooking('10:43', '10:50')
  const { find } = await stage(
    aSnapshot({ kind: 'inUse', booking: short, until: at('13:48') }, { bookings: [short] }),
  )
  expect(find('.time-line')?.textContent).toBe('3 hr leftuntil 13:48')
})

test('a meeting without a check-in is shown as booked until the room is free', async () => {
  const { find } = await stage(
    awaiting({ occupancy: { kind: 'awaitingCheckIn', booking: review, until: at('13:30') } }),
  )
  expect(find('.people-line')?.textContent).toBe('Lin Xiaoyu · until 13:30')
})

test('a release never comes sooner than it says', async () => {
  const [english] = await told(awaiting({ now: plus(at('10:30'), seconds(20)) }))
  expect(english).toBe('released in 9 min')
})

test('a meeting of ten days ends on a day of the month', async () => {
  const long = { ...review, end: plus(at('13:26'), days(10)) }
  const lines = await told(aSnapshot({ kind: 'inUse', booking: long, until: long.end }))
  expect(lines).toEqual([
    '10 days 2 hr leftuntil Dec 3, 13:26',
    '剩余 10 天 2 小时至 12月3日 13:26',
    '残り10日2時間12月3日 13:26まで',
  ])
})
