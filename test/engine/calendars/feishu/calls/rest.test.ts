import { expect, test } from 'vitest'
import { hours, minutes, seconds } from '../../../../../shared/time/time.ts'
import { anItem, createScene, type Scene, type Step, threeDays } from '../scripted-feishu.ts'
import { replied } from '../../../../support/replied.ts'

const limited = (headers: Readonly<Record<string, string>> = {}, status = 429): Step => ({
  status,
  json: { code: 99991400, msg: 'request trigger frequency limit' },
  headers,
})
const forAnHour = limited({ 'x-ogw-ratelimit-reset': '3600' })

const today = anItem('m', '2026-10-12T05:30')

async function sceneWithBooking() {
  const scene = createScene()
  scene.feishu.items = [today]
  const read = await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  const booking = read.ok ? read.value[0] : undefined
  return { ...scene, booking: booking ?? expect.fail('nothing was read') }
}

/** Everything that a panel asks for by itself, some times in a row. */
async function askForAll({ calendar, outcomeOf }: Scene): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for (let time = 0; time < 20; time++)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    answers.push(await outcomeOf(calendar.readSchedule(threeDays)), await outcomeOf(calendar.readRoom()))
  return answers
}

test.each([
  ['for an hour', forAnHour, hours(1)],
  ['for an hour, with HTTP 400', limited({ 'x-ogw-ratelimit-reset': '3600' }, 400), hours(1)],
  ['for a day, which is taken for an hour', limited({ 'x-ogw-ratelimit-reset': '86400' }), hours(1)],
  [
    'by a gateway of somebody else',
    { status: 429, text: 'slow down', headers: { 'retry-after': '300' } },
    minutes(5),
  ],
  ['and does not say for how long', limited(), seconds(75)],
] as const)('nothing at all is asked while the calendar rests %s, and then again', async (_, step, rest) => {
  const scene = await sceneWithBooking()
  const { feishu, clock } = scene
  feishu.always('freebusy', step)
  await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  const [before, begun] = [feishu.calls.length, clock.elapsed()]
  for (const answer of await askForAll(scene))
    expect(answer).toMatchObject({ ok: false, error: { code: 'rateLimited' } })
  expect(feishu.calls).toHaveLength(before)
  await clock.advance(begun + rest - clock.elapsed() - 1)
  await askForAll(scene)
  expect(feishu.calls).toHaveLength(before)
  await clock.advance(1)
  await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  expect(feishu.calls).toHaveLength(before + 1)
})

test('a limit that a look for another room meets is one for the schedule, which is the same call', async () => {
  const scene = await sceneWithBooking()
  const { feishu, calendar, outcomeOf } = scene
  feishu.always('freebusy', forAnHour)
  const { reservations } = calendar
  await outcomeOf(reservations?.readBusy(['omm_other'], threeDays) ?? expect.fail('it has reservations'))
  const before = feishu.calls.length
  await askForAll(scene)
  expect(feishu.calls).toHaveLength(before)
})

test('the problem tells the remaining time of a rest', async () => {
  const { feishu, calendar, clock, outcomeOf } = await sceneWithBooking()
  feishu.always('freebusy', forAnHour)
  await outcomeOf(calendar.readSchedule(threeDays))
  await clock.advance(minutes(20))
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toEqual({
    ok: false,
    error: { code: 'rateLimited', retryAfter: minutes(40) },
  })
})

test.each(['titles', 'room'] as const)(
  'a limit on %s rests what is beside the schedule, and never the schedule',
  async (name) => {
    const { feishu, calendar, booking, outcomeOf } = await sceneWithBooking()
    feishu.always(name, forAnHour)
    await outcomeOf<unknown>(name === 'room' ? calendar.readRoom() : calendar.readTitles([booking]))
    const before = feishu.callsTo('room').length
    expect(await outcomeOf(calendar.readRoom())).toMatchObject({ error: { code: 'rateLimited' } })
    expect(feishu.callsTo('room')).toHaveLength(before)
    expect(await outcomeOf(calendar.readSchedule(threeDays))).toMatchObject({ ok: true })
  },
)

test('a limit on tokens rests everything that needs one', async () => {
  const scene = createScene()
  scene.feishu.always('token', forAnHour)
  await askForAll(scene)
  expect(scene.feishu.calls).toHaveLength(1)
})

test('a call that a person waits for is sent during a rest, once each time; a release is not', async () => {
  const { feishu, calendar, booking, outcomeOf } = await sceneWithBooking()
  feishu.always('freebusy', forAnHour)
  feishu.always('reply', forAnHour)
  await outcomeOf(calendar.readSchedule(threeDays))
  const before = feishu.calls.length
  expect(await outcomeOf(replied(calendar, booking, 'release'))).toMatchObject({ kind: 'refused' })
  expect(feishu.calls).toHaveLength(before)
  for (const taps of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- one tap after the other
    expect(await outcomeOf(replied(calendar, booking, 'end'))).toMatchObject({ kind: 'refused' })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await outcomeOf(calendar.readSchedule(threeDays, true))
    expect(feishu.callsTo('reply')).toHaveLength(taps)
    expect(feishu.calls).toHaveLength(before + 2 * taps)
  }
})
