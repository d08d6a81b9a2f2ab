import { expect, test } from 'vitest'
import { problemCodes } from '../../../../../shared/reading/problem.ts'
import { englishAdvice } from '../../../../../shared/set-up/advice.ts'
import { seconds } from '../../../../../shared/time/time.ts'
import { anItem, createScene, gatewayPage, roomId, type Step, threeDays } from '../scripted-feishu.ts'

const timesOf = (calls: readonly { at: number }[]) => calls.map(({ at }) => at)

test('reads the bookings of a window', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.items = [anItem('late', '2026-10-12T09:00'), anItem('early', '2026-10-12T01:00')]
  const schedule = await outcomeOf(calendar.readSchedule(threeDays))
  expect(schedule.ok && schedule.value.map(({ meeting }) => meeting)).toEqual(['early', 'late'])
})

test.each<[string, Step]>([
  ['a gateway page', gatewayPage],
  ['a broken connection', new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })],
  ['half an answer', { text: '{"code":0,"data":{"free_busy":' }],
  ['an empty answer', { text: '' }],
  ['an internal error', { json: { code: 105001, msg: 'internal error' } }],
])('tries again after %s, twice at most', async (_, fault) => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.next('freebusy', fault, fault)
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toEqual({ ok: true, value: [] })
  // With the dice in the middle: 750 ms, then twice that.
  expect(timesOf(feishu.callsTo('freebusy'))).toEqual([0, 750, 2250])

  feishu.next('freebusy', fault, fault, fault)
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toMatchObject({ ok: false })
  expect(feishu.callsTo('freebusy')).toHaveLength(6)
})

test.each([
  [10003, 200, 'credentialsRejected'],
  [99991662, 400, 'appDisabled'],
  [99991672, 400, 'scopeMissing'],
  [99991401, 400, 'addressDenied'],
  [99991400, 429, 'rateLimited'],
  [99991403, 429, 'quotaSpent'],
  [100005, 200, 'roomUnknown'],
  [9499, 400, 'unexpected'],
] as const)('does not try again after %i', async (code, status, problem) => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('freebusy', { status, json: { code, msg: 'no' } })
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toMatchObject({
    ok: false,
    error: { code: problem, calendarCode: code },
  })
  expect(feishu.callsTo('freebusy')).toHaveLength(1)
})

test('a connection that hangs is given up after 10 s and told to stop, and is not tried again', async () => {
  const { clock, feishu, calendar, outcomeOf } = createScene()
  feishu.always('freebusy', 'hang')
  const schedule = await outcomeOf(calendar.readSchedule(threeDays))
  expect(schedule).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  expect(timesOf(feishu.callsTo('freebusy'))).toEqual([0])
  expect(feishu.callsTo('freebusy').every(({ isGivenUp }) => isGivenUp)).toBe(true)
  expect(clock.pending()).toBe(0)
})

test('gives up a token that hangs', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('token', 'hang')
  const schedule = await outcomeOf(calendar.readSchedule(threeDays))
  expect(schedule).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  expect(timesOf(feishu.calls)).toEqual([0])
})

test('lives with a 504 page as the first answer of every call', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  for (const name of ['token', 'freebusy', 'room'] as const) feishu.next(name, gatewayPage)
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toEqual({ ok: true, value: [] })
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: true })
})

test('a room among the failed ones is a problem', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.next('freebusy', { json: { code: 0, data: { free_busy: {}, error_room_ids: [roomId] } } })
  const schedule = await outcomeOf(calendar.readSchedule(threeDays))
  expect(schedule).toEqual({ ok: false, error: { code: 'roomUnreadable' } })
})

test('tells the clock what time it is there, also with a refusal', async () => {
  const { clock, feishu, calendar, outcomeOf } = createScene()
  const date = 'Mon, 12 Oct 2026 06:00:07 GMT'
  feishu.next('token', { json: { code: 10014, msg: 'app secret invalid' }, headers: { date } })
  await outcomeOf(calendar.readRoom())
  expect(clock.heard).toEqual([{ serverDate: Date.UTC(2026, 9, 12, 6, 0, 7), sent: 0, received: 0 }])
})

test.each<[string, Step]>([
  ['a gateway', { status: 504, text: '<html>' }],
  ['a captive portal', { text: '<html>Welcome to this Wi-Fi</html>' }],
  ['a proxy’s block page', { status: 403, text: 'Blocked' }],
  ['a portal that speaks JSON', { json: { code: 302, msg: 'login' } }],
  ['somebody with another API', { json: { code: 0, data: {} } }],
])('%s does not tell the clock anything', async (_, step) => {
  const { clock, feishu, calendar, outcomeOf } = createScene()
  await outcomeOf(calendar.readRoom())
  const before = clock.heard.length
  const headers = { date: 'Thu, 22 Oct 2026 06:00:00 GMT' }
  feishu.always(
    'freebusy',
    typeof step === 'object' && !(step instanceof Error) ? { ...step, headers } : step,
  )
  await outcomeOf(calendar.readSchedule(threeDays))
  expect(clock.heard).toHaveLength(before)
})

test.each(['600', '1', '86400', ' 2 ', '600, 600', 'old'])(
  'an answer of the age "%s" comes out of a cache: it is none, and its date is not heard',
  async (age) => {
    const { clock, feishu, calendar, outcomeOf } = createScene()
    await outcomeOf(calendar.readRoom())
    const before = clock.heard.length
    feishu.always('freebusy', { json: { code: 0, data: { free_busy: {} } }, headers: { age } })
    const schedule = await outcomeOf(calendar.readSchedule(threeDays))
    expect(schedule).toMatchObject({ ok: false, error: { code: 'unreachable', network: 'cachedAnswer' } })
    expect(clock.heard).toHaveLength(before)
  },
)

test.each([undefined, '0', '000', ''])('an answer of the age "%s" was fetched just now', async (age) => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('freebusy', {
    json: { code: 0, data: { free_busy: {} } },
    headers: age === undefined ? {} : { age },
  })
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toEqual({ ok: true, value: [] })
})

test('every call asks the caches on the way for a fresh answer', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  await outcomeOf(Promise.all([calendar.readRoom(), calendar.readSchedule(threeDays)]))
  expect(new Set(feishu.calls.map(({ headers }) => headers['Cache-Control']))).toEqual(new Set(['no-cache']))
})

test('an answer of a time that the clock does not believe is none, and is asked for again', async () => {
  const { clock, feishu, calendar, outcomeOf } = createScene()
  await outcomeOf(calendar.readRoom())
  clock.believes = false
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toMatchObject({
    ok: false,
    error: { code: 'unreachable', network: 'timeContradicted' },
  })
  expect(feishu.callsTo('freebusy')).toHaveLength(3)
})

test.each(['', 'yesterday', '1', '2026-10-12T06:00:07Z'])(
  'does not believe "%s" for a date',
  async (date) => {
    const { clock, feishu, calendar, outcomeOf } = createScene()
    feishu.always('room', { json: { code: 0, data: { room: {} } }, headers: { date } })
    await outcomeOf(calendar.readRoom())
    expect(clock.heard).toHaveLength(1)
  },
)

test.each([
  ['', 0, true],
  ['yesterday', 0, true],
  ['', 60_000, true],
  ['', Infinity, false],
  ['yesterday', Infinity, false],
])(
  'an answer dated "%s" is one of now where the time is known to %f ms: %s',
  async (date, unsureBy, isTaken) => {
    const { clock, feishu, calendar, outcomeOf } = createScene()
    await outcomeOf(calendar.readRoom())
    clock.unsureBy = unsureBy
    feishu.always('freebusy', { json: { code: 0, data: { free_busy: {} } }, headers: { date } })
    const schedule = await outcomeOf(calendar.readSchedule(threeDays))
    expect(schedule).toMatchObject(
      isTaken
        ? { ok: true, value: [] }
        : { ok: false, error: { code: 'unreachable', network: 'timeUnknown' } },
    )
  },
)

test('each failed call is a line in the log with its time, status, code and log id', async () => {
  const { feishu, calendar, outcomeOf, log } = createScene()
  feishu.next('room', {
    status: 429,
    json: { code: 99991400, msg: 'request trigger frequency limit' },
    headers: { 'x-tt-logid': '20261012140001A1', 'x-ogw-ratelimit-reset': '52' },
  })
  await outcomeOf(calendar.readRoom())
  expect(log.lines).toEqual([
    {
      level: 'warn',
      event: 'feishu.call-failed',
      facts: {
        call: 'room',
        ms: 0,
        status: 429,
        action: englishAdvice.rateLimited,
        code: 'rateLimited',
        calendarCode: 99991400,
        logId: '20261012140001A1',
        retryAfter: seconds(52),
      },
    },
  ])
})

test('no answer, however odd, makes it throw', async () => {
  const odd = [
    '{}',
    '[]',
    '0',
    '""',
    '{"code":{}}',
    '{"code":0,"data":[]}',
    '{"code":0,"data":{"free_busy":[]}}',
  ]
  for (const text of odd) {
    const { feishu, calendar, outcomeOf } = createScene()
    feishu.always('freebusy', { text })
    feishu.always('room', { text })
    for (const read of [calendar.readSchedule(threeDays), calendar.readRoom()]) {
      const result = await outcomeOf<{ ok: boolean; error?: { code: string } }>(read)
      expect(problemCodes).toContain(result.error?.code)
    }
  }
})
