import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { AuditEntry } from '../../../../engine/audit.ts'
import { createAuditFile } from '../../../../main/adapters/log/audit-file.ts'
import { aBooking, at } from '../../../support/builders.ts'

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-audit-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

const { id: booking, start, end } = aBooking('14:00', '15:00')
const sending: AuditEntry = { booking, verdict: 'decline', when: { start, end }, at: at('10:20') }

test('another room is two lines with the ids of both', async () => {
  const folder = await aFolder()
  const audit = createAuditFile({ folder })
  const entry = { from: 'omm_1', to: 'omm_2', at: at('10:20') }
  await audit.enterRoom(entry)
  await audit.enterRoom({ ...entry, outcome: { kind: 'refused', reason: 'notWritable', file: '/etc/x' } })
  const lines = (await readFile(join(folder, 'audit.jsonl'), 'utf8')).trim().split('\n')
  const about = { time: '2026-10-12T02:20:00.000Z', room: { from: 'omm_1', to: 'omm_2' } }
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { ...about, step: 'storing' },
    { ...about, step: 'settled', outcome: 'refused', reason: 'notWritable' },
  ])
})

test('an entry is a line of JSON with times that people read', async () => {
  const folder = await aFolder()
  const audit = createAuditFile({ folder })
  expect(await audit.enter(sending)).toMatchObject({ ok: true })
  await audit.enter({ ...sending, at: at('10:21'), outcome: { kind: 'refused', reason: 'scopeMissing' } })
  await audit.enter({ booking, verdict: 'accept', at: at('10:22'), outcome: { kind: 'uncertain' } })
  const text = await readFile(join(folder, 'audit.jsonl'), 'utf8')
  const about = { booking, start: '2026-10-12T06:00:00.000Z', end: '2026-10-12T07:00:00.000Z' }
  const lines = text.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { time: '2026-10-12T02:20:00.000Z', step: 'sending', verdict: 'decline', ...about },
    {
      time: '2026-10-12T02:21:00.000Z',
      step: 'settled',
      verdict: 'decline',
      ...about,
      outcome: 'refused',
      reason: 'scopeMissing',
    },
    { time: '2026-10-12T02:22:00.000Z', step: 'settled', verdict: 'accept', booking, outcome: 'uncertain' },
  ])
})

test('the files never grow beyond their bound, and the newest entries stay', async () => {
  const folder = await aFolder()
  const audit = createAuditFile({ folder, bytesPerFile: 400 })
  for (let minute = 0; minute < 30; minute++) {
    // oxlint-disable-next-line no-await-in-loop -- one entry after the other
    await audit.enter({ ...sending, at: at(`11:${minute}`) })
  }
  expect(await readdir(folder)).toHaveLength(5)
  expect(await readFile(join(folder, 'audit.jsonl'), 'utf8')).toContain('2026-10-12T03:29:00.000Z')
})

test('a disk that does not take it is told', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'taken'), '')
  expect(await createAuditFile({ folder: join(folder, 'taken') }).enter(sending)).toMatchObject({ ok: false })
})

test('each act at the door is a line', async () => {
  const folder = await aFolder()
  const audit = createAuditFile({ folder })
  await audit.enterDoor({ kind: 'checkIn', booking, at: at('10:20') })
  await audit.enterDoor({ kind: 'end', booking, at: at('10:20') })
  await audit.enterDoor({ kind: 'end', booking, answer: 'unsure', at: at('10:20') })
  await audit.enterDoor({ kind: 'pin', isRight: false, inARow: 3, at: at('10:20') })
  await audit.enterDoor({ kind: 'pin', isRight: true, at: at('10:20') })
  const sought = { wish: 'now', room: 'omm_1', start: at('10:20'), end: at('10:35') } as const
  await audit.enterDoor({ kind: 'reserve', ...sought, at: at('10:20') })
  await audit.enterDoor({ kind: 'reserve', ...sought, outcome: 'booked', at: at('10:20') })
  const lines = (await readFile(join(folder, 'audit.jsonl'), 'utf8')).trim().split('\n')
  const time = '2026-10-12T02:20:00.000Z'
  const told = { wish: 'now', room: 'omm_1', start: time, end: '2026-10-12T02:35:00.000Z' }
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { time, step: 'checkIn', booking },
    { time, step: 'end', booking, outcome: 'sending' },
    { time, step: 'end', booking, outcome: 'unsure' },
    { time, step: 'pin', outcome: 'wrong', inARow: 3 },
    { time, step: 'pin', outcome: 'right' },
    { time, step: 'reserve', ...told, outcome: 'sending' },
    { time, step: 'reserve', ...told, outcome: 'booked' },
  ])
})

test('each line is copied, also where the disk does not take it', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'taken'), '')
  for (const place of [folder, join(folder, 'taken')]) {
    const lines: string[] = []
    const audit = createAuditFile({ folder: place, copy: (line) => lines.push(line) })
    // oxlint-disable-next-line no-await-in-loop -- one folder after the other
    await audit.enterDoor({ kind: 'pin', isRight: true, at: at('10:20') })
    expect(lines).toEqual(['audit {"time":"2026-10-12T02:20:00.000Z","step":"pin","outcome":"right"}'])
  }
})
