import { expect, test } from 'vitest'
import { planFleet } from '../../../../main/cli/fleet/plan.ts'
import { newPinRule } from '../../../../main/cli/new-pin.ts'
import { parseOrder } from '../../../../main/cli/provision-order.ts'
import { aPlan, app, appSecret, heading, room } from './a-plan.ts'

const whatIsRight = `it must be {"appSecret": "…"}, {"adminPin": "…"}, {"proxyLogin": {"user": "…", "password": "…"}}, or several of them in one; ${newPinRule}`

const twoRooms = `\uFEFF${heading},checkIn.mode,checkIn.graceMinutes,checkIn.exempt,officeHours.days,privacy.showTitle,remark\r
5CD1234XYZ,${app},${room(1)},auto,15,Reception;Board office,1;2;3,no,3rd floor\r
00:11:22:AA:BB:CC,${app},${room(2)},,,,,,"by the lift, left"\r
`

test('writes one order per door, with the defaults where a cell is empty, and no secret', async () => {
  const plan = await aPlan(twoRooms)
  expect(plan.lines).toEqual([
    'never released are bookings of: Reception | Board office',
    'app cli_a1b2c3d4e5f60718: 2 doors, up to 16,000 calls a month',
    expect.stringMatching(/^a company on Feishu’s free edition has 10,000 calls a month for all of its apps/),
    expect.stringMatching(/^2 files in .*, without the secret$/),
  ])
  expect(plan.status).toBe(0)
  expect(plan.files).toEqual(['00-11-22-aa-bb-cc.json', '5cd1234xyz.json'])
  expect(JSON.parse(await plan.text('5cd1234xyz.json'))).toMatchObject({
    config: {
      room: { id: room(1) },
      checkIn: {
        mode: 'auto',
        opensMinutesBefore: 5,
        graceMinutes: 15,
        exemptHours: 8,
        exempt: ['Reception', 'Board office'],
      },
      officeHours: { from: '08:00', to: '20:00', days: [1, 2, 3] },
      privacy: { showTitle: false, showOrganizer: true },
    },
  })
  expect(await plan.text('5cd1234xyz.json')).not.toContain('appSecret')
})

test('puts the secrets into each order on request, in files for their owner alone, and provision accepts them', async () => {
  const plan = await aPlan(twoRooms, JSON.stringify({ appSecret, adminPin: '471147' }))
  expect(plan.status).toBe(0)
  expect(plan.lines.join()).not.toContain(appSecret)
  for (const file of plan.files) {
    expect(await plan.rights(file)).toBe(0o600)
    expect(parseOrder(await plan.text(file))).toMatchObject({ ok: true, value: { appSecret } })
  }
})

test.each([
  ['is empty', '', ['line 1 there is nothing in it']],
  ['is a heading alone', `${heading}\n`, ['line 1 has no room below it']],
  ['is a heading and empty cells', `${heading}\n,,,\n,,,\n`, ['line 1 has no room below it']],
  [
    'has not all columns',
    `tablet,room.id\na,${room(1)}`,
    ['line 1, column feishu.origin: is missing', 'line 1, column feishu.appId: is missing'],
  ],
  [
    'has columns that there are not',
    `${heading},toString,room.id`,
    ['line 1, column toString: there is no such column', 'line 1, column room.id: is there twice'],
  ],
  ['has a short row', `${heading}\na,${app}`, ['line 2 has not as many cells as line 1']],
  ['is no CSV', `${heading}\n"a"b,${app},${room(1)}`, ['line 2 is no CSV']],
  [
    'has wrong values',
    `${heading},checkIn.graceMinutes,officeHours.days,follower\n\na,${app},omm_1,soon,1;8,maybe`,
    [
      'line 3, column room.id: is "omm_1", and must be a room id: omm_ and 32 hexadecimal digits',
      'line 3, column checkIn.graceMinutes: is "soon", and must be a number',
      'line 3, column officeHours.days: is 8, and must be a whole number from 1 to 7',
      'line 3, column follower: is "maybe", and must be true or false',
    ],
  ],
  [
    'has no room and no tablet in a row',
    `${heading}\n,${app},`,
    [
      'line 2, column tablet: must be letters, digits, dots, hyphens and colons',
      'line 2, column room.id: is missing',
    ],
  ],
  [
    'would write outside the folder',
    `${heading}\n../a,${app},${room(1)}`,
    ['line 2, column tablet: must be letters, digits, dots, hyphens and colons'],
  ],
  [
    'has a tablet twice',
    `${heading}\nab:cd,${app},${room(1)}\nAB-CD,${app},${room(2)}`,
    ['line 3, column tablet: is the one of line 2'],
  ],
  [
    'has two panels that release in one room',
    `${heading}\na,${app},${room(1)}\nb,${app},${room(1)}`,
    ['line 3, column room.id: is the one of line 2: the second panel of a room needs follower yes'],
  ],
  [
    'has three panels in one room, of which two release',
    `${heading},follower\na,${app},${room(1)},no\nb,${app},${room(1)},YES\nc,${app},${room(1)},No`,
    ['line 4, column room.id: is the one of line 2: the second panel of a room needs follower yes'],
  ],
  [
    'has a room with a follower only',
    `${heading},follower\na,${app},${room(1)},yes\nb,${app},${room(2)},`,
    ['line 2, column room.id: has followers only: one panel of each room needs follower no'],
  ],
  [
    'has a room with two followers and nobody to follow',
    `${heading},follower\na,${app},${room(1)},true\nb,${app},${room(1)},Yes`,
    [
      'line 2, column room.id: has followers only: one panel of each room needs follower no',
      'line 3, column room.id: has followers only: one panel of each room needs follower no',
    ],
  ],
])('writes nothing when the table %s', async (_name, table, faults) => {
  const plan = await aPlan(table)
  expect(plan.lines).toEqual(faults)
  expect([plan.status, plan.files]).toEqual([2, []])
})

test.each([
  ['after the first panel', ['', 'yes']],
  ['before it', ['yes', 'no']],
  ['with another one', ['TRUE', 'false', 'Yes']],
])('lets a follower hang %s', async (_where, followers) => {
  const rows = followers.map((follower, index) => `t${index},${app},${room(1)},${follower}`)
  expect((await aPlan([`${heading},follower`, ...rows].join('\n'))).status).toBe(0)
})

test.each([
  ['', 'it is no JSON from line 1, column 1 on'],
  ['{}', whatIsRight],
  ['{"appSecret": ""}', whatIsRight],
  [`{"appSecret": "${appSecret}", "adminPin": "12"}`, whatIsRight],
  [`{"appSecret": "${appSecret}", "adminPin": "1234"}`, whatIsRight],
  [`{"appSecret": "${appSecret}\\n"}`, 'appSecret has blanks or a line end before or after it'],
])('writes nothing with the secrets %j, and does not repeat them', async (secrets, sentence) => {
  const plan = await aPlan(twoRooms, secrets)
  expect(plan.lines).toEqual([`standard input: ${sentence}`])
  expect([plan.status, plan.files]).toEqual([2, []])
})

test('says of one order that it is one', async () => {
  const plan = await aPlan(`${heading}\n5CD1234XYZ,${app},${room(1)}\n`)
  expect(plan.lines.at(-1)).toMatch(/^1 file in .*, without the secret$/)
})

test('puts a PIN alone into each order, beside a secret that is kept apart', async () => {
  const plan = await aPlan(twoRooms, '{"adminPin": "471147"}')
  expect(plan.status).toBe(0)
  expect(await plan.text('5cd1234xyz.json')).toContain('"adminPin": "471147"')
  expect(await plan.rights('5cd1234xyz.json')).toBe(0o600)
})

test('orders of an earlier table are not mixed with those of this one', async () => {
  const plan = await aPlan(twoRooms)
  expect(await plan.again(twoRooms)).toBe(0)
  expect(await plan.again(`${heading}\n5CD1234XYZ,${app},${room(3)}`)).toBe(2)
  expect(plan.lines.at(-1)).toMatch(
    /doors has 00-11-22-aa-bb-cc.json, which is of no row of this table: take it away, or give another --out$/,
  )
  expect(await plan.text('5cd1234xyz.json')).toContain(room(1))
})

test('adds up the calls of each app', async () => {
  const other = 'https://open.feishu.cn,cli_00000000000000ff'
  const rows = [`a,${app},${room(1)},`, `b,${app},${room(2)},12000`, `c,${other},${room(3)},500`]
  const plan = await aPlan([`${heading},budget.callsPerMonth`, ...rows].join('\n'))
  expect(plan.lines.slice(0, 3)).toEqual([
    'app cli_a1b2c3d4e5f60718: 2 doors, up to 20,000 calls a month',
    'app cli_00000000000000ff: 1 door, up to 500 calls a month',
    'all apps: 3 doors, up to 20,500 calls a month',
  ])
})

test('says when there is no table', async () => {
  const lines: string[] = []
  const parts = { folder: '/nowhere', withSecrets: false, readInput: async () => '' }
  expect(await planFleet({ ...parts, table: '/nowhere/rooms.csv', say: (line) => lines.push(line) })).toBe(1)
  expect(lines).toEqual(['nothing more was written: ENOENT'])
})
