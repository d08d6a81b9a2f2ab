import * as v from 'valibot'
import { expect, test } from 'vitest'

import { createDemoDay } from '../../simulator/demo-day.ts'
import { at, auth, dice, FREEBUSY_PATH, json, post, SUMMARY_PATH, TOKEN_PATH } from './a-world.ts'

const Token = v.pipe(
  v.object({ tenant_access_token: v.string() }),
  v.transform((body) => body.tenant_access_token),
)
const Item = v.object({
  start_time: v.string(),
  end_time: v.string(),
  uid: v.string(),
  original_time: v.number(),
  organizer_info: v.optional(v.object({ name: v.optional(v.string()) })),
})
const Busy = v.object({ data: v.object({ free_busy: v.record(v.string(), v.array(Item)) }) })
const Titles = v.object({
  data: v.object({ EventInfos: v.array(v.object({ uid: v.string(), summary: v.string() })) }),
})

/** What a program that begins at this moment reads of the demo's first room, from `from` to `to`. */
const readDemo = (begin: number, from: number, to: number) => {
  const { world, appId, appSecret, roomId } = createDemoDay({ now: () => begin, random: dice(7) })
  const token = v.parse(Token, json(world.answer(post(TOKEN_PATH, { app_id: appId, app_secret: appSecret }))))
  const window = { time_min: new Date(from).toISOString(), time_max: new Date(to).toISOString() }
  const url = `${FREEBUSY_PATH}?${new URLSearchParams({ room_ids: roomId, ...window })}`
  const busy = v.parse(Busy, json(world.answer({ method: 'GET', url, headers: auth(token) })))
  const items = (busy.data.free_busy[roomId] ?? []).toSorted((one, other) =>
    one.start_time.localeCompare(other.start_time),
  )
  const EventUids = items.map(({ uid, original_time }) => ({ uid, original_time }))
  const titles = v.parse(
    Titles,
    json(world.answer({ ...post(SUMMARY_PATH, { EventUids }), headers: auth(token) })),
  )
  const titleOf = (uid: string) => titles.data.EventInfos.find((info) => info.uid === uid)?.summary
  return items.map((item) => ({ ...item, title: titleOf(item.uid) }))
}

test.each(['00:00', '08:59', '12:07', '23:50'])(
  'begun at %s, a meeting runs and the next one is near',
  (clock) => {
    const now = at(clock)
    const [running, next] = readDemo(now, now, now + 3_600_000)
    expect([running?.title, next?.title]).toEqual(['Budget review', 'Stand-up'])
    expect(Date.parse(running?.start_time ?? '')).toBeLessThanOrEqual(now)
  },
)

test('a clock with fractions of a millisecond still books whole quarters of an hour', () => {
  for (let step = 0; step < 100; step++) {
    const [running] = readDemo(at('12:07') + step * 1.1, at('12:07'), at('12:08'))
    expect(running).toMatchObject({ start_time: '2026-10-12T12:00:00+08:00' })
  }
})

test('the day holds one of each kind, and no two meetings at once', () => {
  const items = readDemo(at('12:00'), at('00:00'), at('00:00', 1))
  expect(items.filter(({ organizer_info }) => organizer_info === undefined)).toHaveLength(2)
  expect(items.filter(({ organizer_info }) => organizer_info && !organizer_info.name)).toHaveLength(1)
  expect(items.filter(({ original_time }) => original_time !== 0)).toMatchObject([{ title: 'Weekly sync' }])
  expect(items.every(({ start_time }, index) => start_time >= (items[index - 1]?.end_time ?? ''))).toBe(true)
})

test('a week later there is still something to see', () => {
  expect(readDemo(at('12:00'), at('00:00', 7), at('00:00', 8)).length).toBeGreaterThan(6)
})
