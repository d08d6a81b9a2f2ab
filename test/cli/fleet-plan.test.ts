import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newPinRule } from '../../main/cli/new-pin.ts'
import { planFleet } from '../../main/cli/fleet/plan.ts'
import { parseOrder } from '../../main/cli/provision-order.ts'

const heading = 'tablet,feishu.origin,feishu.appId,room.id'
const app = 'https://open.feishu.cn,cli_a1b2c3d4e5f60718'
const room = (digit: number): string => `omm_${String(digit).repeat(32)}`
const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'

async function aPlan(table: string, secrets?: string) {
  const place = await mkdtemp(join(tmpdir(), 'room-panel-fleet-'))
  onTestFinished(() => rm(place, { recursive: true }))
  const [file, folder] = [join(place, 'rooms.csv'), join(place, 'doors')]
  await writeFile(file, table)
  const lines: string[] = []
  const status = await planFleet({
    table: file,
    folder,
    withSecrets: secrets !== undefined,
    readInput: async () => secrets ?? expect.fail('nobody asked for secrets'),
    say: (line) => lines.push(line),
  })
  const fileAt = (name: string): string => join(folder, name)
  return {
    status,
    lines,
    files: (await readdir(place, { recursive: true }))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice('doors/'.length))
      .toSorted(),
    text: (name: string) => readFile(fileAt(name), 'utf8'),
    rights: async (name: string) => (await stat(fileAt(name))).mode & 0o777,
  }
}

const twoRooms = `\uFEFF${heading},checkIn.mode,checkIn.graceMinutes,checkIn.exempt,officeHours.days,privacy.showTitle,remark\r
5CD1234XYZ,${app},${room(1)},auto,15,Reception;Board office,1;2;3,no,3rd floor\r
00:11:22:AA:BB:CC,${app},${room(2)},,,,,,"by the lift, left"\r
`

test('writes one order per door, with the defaults where a cell is empty, and no secret', async () => {
  const plan = await aPlan(twoRooms)
  expect(plan.lines).toEqual([expect.stringMatching(/^2 files in .*, without the secret$/)])
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

test('puts the secrets into each order when asked to, in files for nobody else, and provision takes them', async () => {
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
      'line 3, column room.id: must be a room id: omm_ and 32 hexadecimal digits',
      'line 3, column checkIn.graceMinutes: is of another type than it must be',
      'line 3, column officeHours.days: is too small, too large, or not whole',
      'line 3, column follower: is of another type than it must be',
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
  '',
  '{}',
  '{"appSecret": ""}',
  `{"appSecret": "${appSecret}", "adminPin": "12"}`,
  `{"appSecret": "${appSecret}", "adminPin": "1234"}`,
])('writes nothing with the secrets %j, and does not repeat them', async (secrets) => {
  const plan = await aPlan(twoRooms, secrets)
  expect(plan.lines).toEqual([
    `standard input must be {"appSecret": "…"}, with "adminPin": "…" if you like; ${newPinRule}`,
  ])
  expect([plan.status, plan.files]).toEqual([2, []])
})

test('says when there is no table', async () => {
  const lines: string[] = []
  const parts = { folder: '/nowhere', withSecrets: false, readInput: async () => '' }
  expect(await planFleet({ ...parts, table: '/nowhere/rooms.csv', say: (line) => lines.push(line) })).toBe(1)
  expect(lines).toEqual(['nothing more was written: ENOENT'])
})
