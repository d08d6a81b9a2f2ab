import { expect, test } from 'vitest'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { seconds } from '../../../../shared/time/time.ts'
import {
  anItem,
  createScene,
  gatewayPage,
  type Item,
  roomId,
  type Scene,
  threeDays,
  tokenRejected,
} from './scripted-feishu.ts'
import { replied } from '../../../support/replied.ts'

const start = '2026-10-12T05:30'
const startSeconds = Date.UTC(2026, 9, 12, 5, 30) / 1000

/** A scene whose first booking was read. */
async function sceneWith(...items: readonly Item[]): Promise<Scene & { readonly booking: Booking }> {
  const scene = createScene()
  scene.feishu.items = items
  const schedule = await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  const booking = (schedule.ok ? schedule.value : [])[0] ?? expect.fail('nothing was read')
  return { ...scene, booking }
}

const yes = async (): Promise<boolean> => true

test.each([
  ['a meeting', [anItem('m', start)], startSeconds],
  ['one of a series', [anItem('m', start), anItem('m', '2026-10-19T05:30')], startSeconds],
  ['a moved one of a series', [anItem('m', start, 60, 1791788400)], 1791788400],
])('a release of %s says NOT_CHECK_IN of that one alone', async (_which, items, originalTime) => {
  const { feishu, calendar, booking, outcomeOf } = await sceneWith(...items)
  expect(await outcomeOf(replied(calendar, booking, 'release', yes))).toEqual({ kind: 'accepted' })
  expect(feishu.callsTo('reply').map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual([
    { room_id: roomId, uid: 'm', original_time: originalTime, status: 'NOT_CHECK_IN' },
  ])
})

test('a release that may not go is not sent', async () => {
  const { feishu, calendar, booking, outcomeOf } = await sceneWith(anItem('m', start))
  expect(await outcomeOf(replied(calendar, booking, 'release', async () => false))).toMatchObject({
    kind: 'withheld',
  })
  expect(feishu.callsTo('reply')).toEqual([])
})

test('the last look comes when the token is available, after all other waiting', async () => {
  const scene = await sceneWith(anItem('m', start, 600))
  const { feishu, calendar, clock, booking, outcomeOf } = scene
  await clock.advance(seconds(7200))
  const before = feishu.callsTo('token').length
  let tokensAtAsking = 0
  const reply = replied(calendar, booking, 'release', async () => {
    tokensAtAsking = feishu.callsTo('token').length
    expect(feishu.callsTo('reply')).toEqual([])
    return true
  })
  expect(await outcomeOf(reply)).toEqual({ kind: 'accepted' })
  expect(tokensAtAsking).toBe(before + 1)
  expect(feishu.callsTo('token')).toHaveLength(before + 1)
})

test('the request leaves in the moment in which the answer is yes', async () => {
  const { feishu, calendar, clock, booking, outcomeOf } = await sceneWith(anItem('m', start))
  let askedAt = -1
  await outcomeOf(
    replied(calendar, booking, 'release', async () => {
      askedAt = clock.elapsed()
      return true
    }),
  )
  expect(feishu.callsTo('reply').map(({ at }) => at)).toEqual([askedAt])
})

test('before a repeat with a new token the last look runs again, and a refusal keeps the repeat from being sent', async () => {
  const { feishu, calendar, booking, outcomeOf } = await sceneWith(anItem('m', start))
  feishu.next('reply', tokenRejected)
  const answers = [true, false]
  const reply = replied(
    calendar,
    booking,
    'release',
    async () => answers.shift() ?? expect.fail('asked a third time'),
  )
  expect(await outcomeOf(reply)).toMatchObject({ kind: 'withheld' })
  expect(answers).toEqual([])
  expect(feishu.callsTo('reply')).toHaveLength(1)
})

test('a release is repeated with a new token if the last look still allows it', async () => {
  const { feishu, calendar, booking, outcomeOf } = await sceneWith(anItem('m', start))
  feishu.next('reply', tokenRejected)
  let asked = 0
  const reply = replied(calendar, booking, 'release', async () => (asked += 1) > 0)
  expect(await outcomeOf(reply)).toEqual({ kind: 'accepted' })
  expect(asked).toBe(2)
  expect(feishu.callsTo('reply')).toHaveLength(2)
})

test.each([
  ['a gateway page', gatewayPage],
  ['nothing', 'hang' as const],
])('after %s it is neither asked again nor sent again', async (_what, step) => {
  const { feishu, calendar, booking, outcomeOf } = await sceneWith(anItem('m', start))
  feishu.always('reply', step)
  let asked = 0
  const reply = replied(calendar, booking, 'release', async () => (asked += 1) > 0)
  expect(await outcomeOf(reply)).toMatchObject({ kind: 'unsure' })
  expect(asked).toBe(1)
  expect(feishu.callsTo('reply')).toHaveLength(1)
})

test('without a token there is no last look, because the release can not be sent', async () => {
  const noAsking = async (): Promise<boolean> => expect.fail('asked')
  const tokenless = await sceneWith(anItem('m', start, 600))
  await tokenless.clock.advance(seconds(7200))
  tokenless.feishu.always('token', gatewayPage)
  expect(
    await tokenless.outcomeOf(replied(tokenless.calendar, tokenless.booking, 'release', noAsking)),
  ).toMatchObject({ kind: 'refused' })
})
