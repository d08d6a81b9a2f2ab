import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReservationsFile } from '../../../../main/adapters/disk/reservations-file.ts'
import {
  type Reservation,
  reservationIdOf,
  type ReservationState,
} from '../../../../shared/reserving/reservation.ts'
import { wishKinds } from '../../../../shared/reserving/wish.ts'
import { at } from '../../../support/builders.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'room-panel-reservations-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const file = () => join(folder, 'reservations.json')
const entry = { name: 'calendar event_0', meeting: 'event' }
const now = at('10:00')

const states: readonly ReservationState[] = [
  { kind: 'asked', times: 2 },
  { kind: 'lost', tries: 1 },
  { kind: 'made', entry },
  { kind: 'waiting', entry, since: now, tries: 3 },
  { kind: 'booked', entry, at: now },
  { kind: 'cleaning', entry, because: 'declined', at: now, tries: 0 },
  { kind: 'cleaning', entry, because: 'ended', at: now, tries: 0 },
  { kind: 'gone', because: 'scopeMissing', at: now },
  { kind: 'uncertain', entry, because: 'unanswered', at: now, tries: 7 },
]
const inState = (state: ReservationState, index = 0): Reservation => ({
  id: reservationIdOf(`id-${index}`),
  room: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  wish: wishKinds[index % wishKinds.length] ?? 'now',
  at: now,
  start: now,
  end: at('10:30'),
  state,
})
const all = states.map(inState)

test('every state is read again as it was written, by the next program too', async () => {
  expect(await createReservationsFile({ folder }).write(all)).toEqual({ ok: true, value: undefined })
  expect(await createReservationsFile({ folder }).read()).toEqual({
    ok: true,
    value: { kind: 'found', reservations: all },
  })
  expect(await readdir(folder)).toEqual(['reservations.json'])
})

test('it makes its folder, and only its owner can read the file', async () => {
  const inside = join(folder, 'data', 'journal')
  await createReservationsFile({ folder: inside }).write(all)
  expect((await stat(join(inside, 'reservations.json'))).mode & 0o777).toBe(0o600)
})

test('without a file there are none', async () =>
  expect(await createReservationsFile({ folder: join(folder, 'none') }).read()).toEqual({
    ok: true,
    value: { kind: 'missing' },
  }))

test.each([
  ['nothing', ''],
  ['half a file', '{"version":1,"reserv'],
  ['another version', '{"version":2,"reservations":[]}'],
  [
    'a state that there is not',
    JSON.stringify({ version: 1, reservations: [{ ...all[0], state: { kind: 'x' } }] }),
  ],
  ['a key too many', JSON.stringify({ version: 1, reservations: [{ ...all[0], organizer: 'Lin' }] })],
])('%s is corrupt', async (_, text) => {
  await writeFile(file(), text)
  expect(await createReservationsFile({ folder }).read()).toEqual({ ok: true, value: { kind: 'corrupt' } })
})

test('a disk that gives or takes nothing is a problem with a name', async () => {
  await writeFile(file(), '{}')
  const behindAFile = createReservationsFile({ folder: file() })
  expect(await behindAFile.write(all)).toMatchObject({ ok: false, error: { code: 'unwritable' } })
  expect(await behindAFile.read()).toMatchObject({ ok: false, error: { code: 'unreadable' } })
})
