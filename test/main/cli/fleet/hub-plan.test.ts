import { expect, test } from 'vitest'
import { parseOrder } from '../../../../main/cli/provision-order.ts'
import { aPlan, app, appSecret, heading, room } from './a-plan.ts'

const hubHeading = 'tablet,hub.broker,enrolment.url,enrolment.code'
const hub = 'mqtts://broker.example:8883,https://hub.example/enrol'

test('a table of codes gives one order for each tablet, which provision takes, and counts no calls', async () => {
  const plan = await aPlan(
    `${hubHeading},checkIn.mode,hub.caFile\na,${hub},AW76-PJSA-D6HH-K43D,auto,/etc/ca.pem\nb,${hub},0000-1111-2222-3333,,\n`,
    JSON.stringify({ adminPin: '471147' }),
  )
  expect(plan.lines).toEqual([expect.stringMatching(/^2 files in .*, each with adminPin$/)])
  expect(plan.status).toBe(0)
  expect(JSON.parse(await plan.text('a.json'))).toEqual({
    config: {
      hub: { broker: 'mqtts://broker.example:8883', caFile: '/etc/ca.pem' },
      checkIn: { mode: 'auto' },
    },
    enrolment: { url: 'https://hub.example/enrol', code: 'AW76-PJSA-D6HH-K43D' },
    adminPin: '471147',
  })
  for (const file of plan.files)
    expect(parseOrder(await plan.text(file))).toMatchObject({ ok: true, value: { kind: 'enrolment' } })
})

test('a table may have doors of both kinds', async () => {
  const both = `${heading},hub.broker,enrolment.url,enrolment.code`
  const plan = await aPlan(`${both}\na,${app},${room(1)},,,\nb,,,,${hub},AW76-PJSA-D6HH-K43D\n`)
  expect(plan.lines[0]).toBe('app cli_a1b2c3d4e5f60718: 1 door, up to 8,000 calls a month')
  expect(plan.status).toBe(0)
  expect(plan.files).toEqual(['a.json', 'b.json'])
})

test.each<[what: string, table: string, lines: readonly string[]]>([
  [
    'has no column for codes',
    `tablet,hub.broker\na,mqtts://b.example\n`,
    ['line 1, column enrolment.url: is missing', 'line 1, column enrolment.code: is missing'],
  ],
  [
    'has a door without a code',
    `${hubHeading}\na,${hub},\n`,
    ['line 2, column enrolment.code: must be a code, as room-panel-hub enrol prints it'],
  ],
  [
    'has a broker in the clear',
    `${hubHeading}\na,mqtt://192.0.2.7,https://hub.example/enrol,AW76-PJSA-D6HH-K43D\n`,
    [
      'line 2, column hub.broker: is "mqtt://192.0.2.7", and must be mqtts://HOST, or mqtt:// on this machine alone',
    ],
  ],
  [
    'names the room, which the hub does',
    `${hubHeading},room.id\na,${hub},AW76-PJSA-D6HH-K43D,${room(1)}\n`,
    ['line 2, column room.id: comes from the hub'],
  ],
  [
    'has the calls of a door, which the hub makes',
    `${hubHeading},budget.callsPerMonth\na,${hub},AW76-PJSA-D6HH-K43D,9000\n`,
    ['line 2, column budget.callsPerMonth: is no key that it may have'],
  ],
  [
    'has a code beside an app',
    `${heading},enrolment.code\na,${app},${room(1)},AW76-PJSA-D6HH-K43D\n`,
    ['line 2, column enrolment.code: needs hub.broker beside it'],
  ],
])('a table that %s is refused', async (_what, table, lines) => {
  const plan = await aPlan(table)
  expect([plan.status, plan.lines, plan.files]).toEqual([2, lines, []])
})

test('an app secret is put into no order for a door with a hub', async () => {
  const plan = await aPlan(`${hubHeading}\na,${hub},AW76-PJSA-D6HH-K43D\n`, JSON.stringify({ appSecret }))
  expect([plan.status, plan.files]).toEqual([2, []])
  expect(plan.lines).toEqual([
    'standard input: a door with a hub has no app secret, and the table has such doors',
  ])
})
