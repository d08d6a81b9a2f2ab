import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Booking, bookingIdOf } from '../../../../../shared/booking/booking.ts'
import { hours, instantOf, minutes, seconds } from '../../../../../shared/time/time.ts'
import { createScene, gatewayPage, type Scene, type Step } from '../scripted-feishu.ts'

/** It is 06:00 in UTC at the beginning of each story. */
const at = (time: string) => instantOf(Date.parse(`2026-10-12T${time}:00Z`))

/** An hour of `uid` from `time` on, listed with this original time. */
const booked = (uid: string, time: string, originalTime = 0): Booking => ({
  id: bookingIdOf(`${uid}/${originalTime}/${at(time) / 1000}`),
  meeting: uid,
  start: at(time),
  end: instantOf(at(time) + hours(1)),
  organizer: {},
})

const Asked = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ EventUids: v.array(v.object({ uid: v.string(), original_time: v.number() })) }),
)

/** The pairs of each call, as `uid/original_time`. */
const asked = ({ feishu }: Scene): readonly (readonly string[])[] =>
  feishu
    .callsTo('titles')
    .map(({ body }) =>
      v.parse(Asked, body).EventUids.map(({ uid, original_time }) => `${uid}/${original_time}`),
    )

const telling = (titles: Readonly<Record<string, string>>): Step => ({
  json: {
    code: 0,
    msg: '',
    data: {
      EventInfos: Object.entries(titles).map(([pair, summary]) => {
        const [uid, original] = pair.split('/')
        return { uid, original_time: Number(original), summary, vchat: { vc_type: 'no_meeting' } }
      }),
      ErrorEventUids: [{ uid: 'unknown', original_time: 0, error_msg: 'event not found' }],
    },
  },
})

function aStory(titles: Readonly<Record<string, string>> = {}) {
  const scene = createScene()
  scene.feishu.always('titles', telling(titles))
  const titlesOf = async (...bookings: readonly Booking[]) => [
    ...(await scene.outcomeOf(scene.calendar.readTitles(bookings))).values(),
  ]
  return { ...scene, titlesOf }
}

const review = booked('review', '06:30')
const standup = [booked('standup', '08:00'), booked('standup', '10:00')]

test('a series that is listed with 0 is asked for once, and each of its instances has the title', async () => {
  const story = aStory({ 'review/0': 'Budget review', 'standup/0': 'Stand-up' })
  expect(await story.titlesOf(review, ...standup)).toEqual(['Budget review', 'Stand-up', 'Stand-up'])
  expect(asked(story)).toEqual([['review/0', 'standup/0']])
})

test('instances that are listed with times of their own have titles of their own', async () => {
  const story = aStory({ 'sync/1': 'Weekly sync', 'sync/2': 'Weekly sync, in the garden' })
  expect(await story.titlesOf(booked('sync', '08:00', 1), booked('sync', '10:00', 2))).toEqual([
    'Weekly sync',
    'Weekly sync, in the garden',
  ])
  expect(asked(story)).toEqual([['sync/1', 'sync/2']])
})

test('without bookings, or without new ones, no call is made', async () => {
  const story = aStory({ 'review/0': 'Budget review' })
  expect(await story.titlesOf()).toEqual([])
  expect(asked(story)).toEqual([])
  await story.titlesOf(review)
  await story.clock.advance(minutes(59))
  expect(await story.titlesOf(review)).toEqual(['Budget review'])
  expect(asked(story)).toHaveLength(1)
})

test('one new booking causes one call, which asks for the known titles as well', async () => {
  const story = aStory({ 'review/0': 'Budget review', 'critique/0': 'Design critique' })
  await story.titlesOf(review)
  await story.titlesOf(review, booked('critique', '09:00'))
  expect(asked(story)).toEqual([['review/0'], ['critique/0', 'review/0']])
})

test('a moved instance is another pair, and a booking that went is forgotten', async () => {
  const story = aStory()
  await story.titlesOf(review)
  await story.titlesOf(booked('review', '07:30', 1))
  await story.titlesOf(review)
  expect(asked(story)).toEqual([['review/0'], ['review/1'], ['review/0']])
})

test('a booking without a title in Feishu has none, and is not asked for again at once', async () => {
  const story = aStory({ 'review/0': '  ' })
  expect(await story.titlesOf(review, booked('unknown', '08:00'))).toEqual([])
  expect(await story.titlesOf(review, booked('unknown', '08:00'))).toEqual([])
  expect(asked(story)).toHaveLength(1)
})

test('an edited title is seen within the hour in which people look at it, and no call is made at night', async () => {
  const evening = booked('dinner', '20:00')
  const story = aStory({ 'dinner/0': 'Dinner' })
  await story.titlesOf(evening)
  story.feishu.always('titles', telling({ 'dinner/0': 'Dinner, with guests' }))
  await story.clock.advance(hours(12))
  expect(await story.titlesOf(evening)).toEqual(['Dinner'])
  await story.clock.advance(hours(1) + 1)
  expect(await story.titlesOf(evening)).toEqual(['Dinner, with guests'])
  await story.clock.advance(hours(2))
  await story.titlesOf(evening)
  await story.clock.advance(hours(9))
  await story.titlesOf(evening)
  expect(asked(story)).toHaveLength(2)
})

test('no call has more than 50 pairs: what is over waits for the next reading', async () => {
  const past = Array.from({ length: 10 }, (_, index) => booked(`past${index}`, '04:00'))
  const coming = Array.from({ length: 45 }, (_, index) => booked(`coming${index}`, '09:00'))
  const story = aStory()
  await story.titlesOf(...past, ...coming)
  expect(asked(story)[0]).toHaveLength(50)
  expect(asked(story)[0]).toEqual(expect.arrayContaining(coming.map(({ meeting }) => `${meeting}/0`)))
  await story.titlesOf(...past, ...coming)
  expect(asked(story)[1]?.slice(0, 5)).toEqual(past.slice(5).map(({ meeting }) => `${meeting}/0`))
  await story.titlesOf(...past, ...coming)
  expect(asked(story)).toHaveLength(2)
})

const refusal = (code: number, status = 400): Step => ({ status, json: { code, msg: 'no' } })

test.each<readonly [string, Step, number]>([
  ['a missing scope', refusal(99991672), hours(1)],
  ['a spent quota', refusal(99991403, 429), hours(1)],
  ['a refusal that nobody knows', refusal(105002, 200), hours(1)],
  ['an answer of another shape', { json: { code: 0, data: { EventInfos: [{ uid: 7 }] } } }, hours(1)],
  ['a gateway page', gatewayPage, minutes(10)],
  ['an internal error', refusal(105001, 200), minutes(10)],
  ['a broken connection', new TypeError('fetch failed'), minutes(10)],
  [
    'too many calls',
    { status: 429, json: { code: 99991400 }, headers: { 'x-ogw-ratelimit-reset': '1200' } },
    seconds(1200),
  ],
])('after %s there are no titles, one call is made, and the next comes later', async (_, step, rest) => {
  const story = aStory({ 'review/0': 'Budget review' })
  story.feishu.next('titles', step)
  expect(await story.titlesOf(review)).toEqual([])
  await story.clock.advance(rest - 1)
  expect(await story.titlesOf(review)).toEqual([])
  expect(asked(story)).toHaveLength(1)
  await story.clock.advance(1)
  expect(await story.titlesOf(review)).toEqual(['Budget review'])
})
