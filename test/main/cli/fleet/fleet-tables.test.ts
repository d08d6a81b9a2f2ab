import { expect, test } from 'vitest'
import { aPlan, app, heading, room } from './a-plan.ts'

const fullWidth = (table: string): string => table.replaceAll(',', '，').replaceAll('、', '；')

const chinese = `${heading},checkIn.mode,checkIn.exempt\na,${app},${room(1)},auto,前台；董事会办公室、Reception\n`
const [before = '', after = ''] = chinese.split('前台；董事会办公室、')
/** As Excel in China writes it. The bytes in the middle are what Python's `gbk` makes of the words. */
const inGbk = Buffer.concat([
  Buffer.from(before),
  Buffer.from('c7b0cca8a3bbb6adcac2bbe1b0ecb9abcad2a1a2', 'hex'),
  Buffer.from(after),
])
const inUtf16 = (text: string, mark: string): Buffer => Buffer.from(mark + text, 'utf16le')

test.each([
  ['UTF-8', Buffer.from(chinese), undefined],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${chinese}`), undefined],
  ['GBK, as Excel in China writes CSV', inGbk, 'gb18030'],
  ['UTF-16, as Excel writes “Unicode text”', inUtf16(chinese.replaceAll(',', '\t'), '\uFEFF'), 'utf-16le'],
  ['UTF-16 without a mark', inUtf16(chinese, ''), 'utf-16le'],
  ['UTF-16 the other way round', inUtf16(chinese, '\uFEFF').swap16(), 'utf-16be'],
  ['with full-width commas', Buffer.from(fullWidth(chinese)), undefined],
  ['with semicolons, as Excel in Germany writes CSV', Buffer.from(chinese.replaceAll(',', ';')), undefined],
])('reads a table in %s', async (_what, bytes, named) => {
  const plan = await aPlan(bytes)
  expect(plan.status).toBe(0)
  expect(JSON.parse(await plan.text('a.json'))).toMatchObject({
    config: { checkIn: { mode: 'auto', exempt: ['前台', '董事会办公室', 'Reception'] } },
  })
  expect(plan.lines.filter((line) => line.startsWith('the table was read'))).toEqual(
    named === undefined ? [] : [`the table was read as ${named}; --encoding says otherwise`],
  )
})

test('a table that may be UTF-8 or GBK is refused with both readings', async () => {
  const reception = Buffer.concat([
    Buffer.from(`${heading},checkIn.exempt\na,${app},${room(1)},`),
    Buffer.from('c7b0cca8', 'hex'),
  ])
  const plan = await aPlan(reception)
  expect(plan.lines).toEqual([
    expect.stringMatching(
      /it says “ǰ̨” in UTF-8 and “前台” in GBK: say by --encoding utf-8 or gbk which it is$/,
    ),
  ])
  expect([plan.status, plan.files]).toEqual([2, []])
  const named = await aPlan(reception, undefined, 'gbk')
  expect(named.lines[1]).toBe('never released are bookings of: 前台')
})

test.each(['Müller', 'Team K', 'S-K', 'René', 'Zoë;Übersicht', '主任', '受付', 'Łódź'])(
  'takes %s for UTF-8, as it is',
  async (name) => {
    const plan = await aPlan(`${heading},checkIn.exempt\na,${app},${room(1)},${name}`)
    expect(plan.lines[0]).toBe(`never released are bookings of: ${name.replace(';', ' | ')}`)
  },
)

test('reads a table in the encoding that is named, and refuses one that it is not in', async () => {
  const japanese = Buffer.concat([
    Buffer.from(`${heading},checkIn.exempt\na,${app},${room(1)},`),
    Buffer.from([0x8e, 0xf3, 0x95, 0x74]),
  ])
  const plan = await aPlan(japanese, undefined, 'shift_jis')
  expect(plan.lines[1]).toBe('never released are bookings of: 受付')
  const utf8 = await aPlan(japanese, undefined, 'utf-8')
  expect(utf8.lines).toEqual([expect.stringMatching(/rooms.csv: it is no text in utf-8: save it as/)])
  expect((await aPlan(japanese, undefined, 'morse')).lines).toEqual([
    expect.stringMatching(/rooms.csv: there is no encoding morse$/),
  ])
})
