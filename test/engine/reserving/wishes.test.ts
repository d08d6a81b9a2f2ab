import { expect, test } from 'vitest'
import { bookableOf, type Wish } from '../../../shared/reserving/wish.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aBookableRoom, contact } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'
import type { MemoryJournal } from '../../support/memory/memory-journal.ts'

type Meeting = readonly [from: string, to: string]

/** A door at 10:00:20 whose room has these meetings. */
async function atTheDoor(meetings: readonly Meeting[], over: Readonly<Record<string, unknown>> = {}) {
  const scene = aBookableRoom(over)
  const { clock, world, room } = scene
  const events = meetings.map(([from, to]) => world.book(room, { from: at(from), to: at(to) }))
  const door = await scene.start()
  const after = async (acting: Promise<void>): Promise<void> => {
    await clock.advance(seconds(8))
    await acting
  }
  const book = (wish: Wish): Promise<void> => after(door.panel.book(wish))
  /** Ends what the door says is running. */
  const end = (): Promise<void> => {
    const { occupancy } = door.panel.current()
    if (occupancy.kind !== 'inUse') throw new Error('No meeting runs')
    return after(door.panel.endMeeting(occupancy.booking.id))
  }
  const stays = () =>
    world.staysIn(room, { from: at('00:00'), to: at('24:00') }).map((stay) => [stay.start, stay.end])
  const offered = (kind: Wish['kind']) => bookableOf(door.panel.current().bookable, kind)
  return { ...scene, ...door, events, book, end, stays, offered }
}

const span = (from: string, to: string): readonly number[] => [at(from), at(to)]
/** The starts of the bookings that the disk has a tapped check-in to. */
const checkedIn = ({ kept }: MemoryJournal) =>
  kept.kind === 'found'
    ? kept.content.checkIns.flatMap(({ start, isPresumed }) => (isPresumed ? [] : start))
    : []

const extension = (length: number): Wish => ({ kind: 'extend', length })

test('a running meeting of anybody is extended by a booking that follows it, and shown as one', async () => {
  const { book, stays, panel, journal } = await atTheDoor([['09:30', '10:30']])
  await book(extension(15))
  expect(stays()).toEqual([span('09:30', '10:30'), span('10:30', '10:45')])
  expect(panel.current()).toMatchObject({
    occupancy: { kind: 'inUse', until: at('10:45') },
    reserving: { kind: 'booked' },
  })
  expect(checkedIn(journal)).toContain(at('10:30'))
})

test.each<readonly [string, readonly Meeting[], Readonly<Record<string, unknown>>, readonly number[]]>([
  ['a room that is free afterwards', [['09:30', '10:30']], {}, [15, 30]],
  [
    'a meeting 20 minutes later',
    [
      ['09:30', '10:30'],
      ['10:50', '11:00'],
    ],
    {},
    [15],
  ],
  [
    'a meeting right after',
    [
      ['09:30', '10:30'],
      ['10:30', '11:00'],
      ['11:10', '12:00'],
    ],
    {},
    [],
  ],
  ['a quarter at most by IT', [['09:30', '10:30']], { extensionMinutes: 15 }, [15]],
  ['no extension by IT', [['09:30', '10:30']], { extensions: 0 }, []],
  ['no meeting', [], {}, []],
])('with %s', async (_, meetings, rules, lengths) => {
  const booking = { who: 'everyone', contact, ...rules }
  const { offered } = await atTheDoor(meetings, { booking })
  expect(offered('extend').map(({ wish }) => wish.length)).toEqual(lengths)
})

test('a meeting is extended twice and no more, however long it goes on', async () => {
  const { book, offered, clock } = await atTheDoor([['09:30', '10:30']])
  await book(extension(30))
  await book(extension(15))
  expect(offered('extend')).toEqual([])
  await clock.advance(minutes(65))
  expect(offered('extend')).toEqual([])
})

test('who ends the meeting ends its extension, whose check-in counts for nobody else', async () => {
  const { book, end, entries, stays, occupancy, clock, world, room, reservations } = await atTheDoor([
    ['09:30', '10:30'],
  ])
  await book(extension(30))
  await end()
  await clock.advance(seconds(5))
  expect([occupancy(), entries(), stays().length]).toEqual(['free', [], 1])
  expect(reservations.kept).toMatchObject({ reservations: [{ state: { kind: 'gone', because: 'ended' } }] })
  world.book(room, { from: at('10:30'), to: at('11:00') })
  await clock.advance(minutes(27))
  expect(occupancy()).toBe('checkInOpen')
})

test('an extension that runs is ended in two taps like any meeting', async () => {
  const { book, end, occupancy, clock } = await atTheDoor([['09:30', '10:30']])
  await book(extension(30))
  await clock.advance(minutes(35))
  await end()
  expect(occupancy()).toBe('free')
})

test('while a meeting is being extended the door says that it is in use', async () => {
  const { panel, clock, shown } = await atTheDoor([['09:30', '10:30']])
  shown.length = 0
  const booked = panel.book(extension(15))
  await clock.advance(seconds(5))
  await booked
  expect(shown.some(({ reserving }) => reserving.kind === 'reserving')).toBe(true)
  expect(new Set(shown.map((snapshot) => snapshot.occupancy.kind))).toEqual(new Set(['inUse']))
})

test('a gap of the day can be booked from its start and from each full hour, and needs its check-in', async () => {
  const { offered, book, occupancy, clock, stays, last } = await atTheDoor([['10:30', '11:30']])
  const starts = [...new Set(offered('later').map(({ start }) => start))]
  expect(starts.slice(0, 3)).toEqual([at('11:30'), at('12:00'), at('13:00')])
  expect(starts.at(-1)).toBe(at('19:00'))
  await book({ kind: 'later', start: at('12:00'), length: 30 })
  expect([occupancy(), stays()[1]]).toEqual(['free', span('12:00', '12:30')])
  expect(last().reserving).toMatchObject({ kind: 'booked', sought: { wish: 'later' } })
  await clock.advance(minutes(117))
  expect(occupancy()).toBe('checkInOpen')
})

test('at most two bookings for later are open', async () => {
  const { offered, book } = await atTheDoor([])
  await book({ kind: 'later', start: at('12:00'), length: 30 })
  await book({ kind: 'later', start: at('14:00'), length: 30 })
  expect(offered('later')).toEqual([])
})

test('who comes early has the room until the meeting, and is checked in to both', async () => {
  const { book, occupancy, clock, panel, journal } = await atTheDoor([['10:20', '11:00']])
  await book({ kind: 'startEarly' })
  expect(panel.current().occupancy).toMatchObject({ kind: 'inUse', until: at('11:00') })
  expect(checkedIn(journal)).toEqual([at('10:00'), at('10:20')])
  await clock.advance(minutes(35))
  expect(occupancy()).toBe('inUse')
})

/** It is 10:17. Nobody has checked in to a meeting from 10:06 on, so the room was given back. */
async function afterARelease(end = '11:00') {
  const door = await atTheDoor([['10:06', end]])
  const { clock, panel } = door
  for (let times = 0; times < 17 * 20; times++) {
    const { revision, checkIns } = panel.current()
    panel.painted({ revision, checkIns: checkIns.map(({ id }) => id) })
    // oxlint-disable-next-line no-await-in-loop -- the page is painted again and again
    await clock.advance(seconds(3))
  }
  return door
}

test('for five minutes after a release one tap takes the rest of the booking back', async () => {
  const { offered, book, panel } = await afterARelease()
  expect(offered('takeBack')).toMatchObject([{ end: at('11:00') }])
  await book({ kind: 'takeBack' })
  expect(panel.current().occupancy).toMatchObject({ kind: 'inUse', until: at('11:00') })
})

test('a rest that would be over before it is booked is not offered', async () => {
  const [long, short] = [await afterARelease('10:25'), await afterARelease('10:18')]
  expect([long.offered('takeBack').length, short.offered('takeBack').length]).toEqual([1, 0])
})

test('later than that there is no such button', async () => {
  const { offered, clock, occupancy } = await afterARelease()
  await clock.advance(minutes(5))
  expect([occupancy(), offered('takeBack')]).toEqual(['free', []])
})

test('a wish that the door does not offer books nothing', async () => {
  const { book, last, world, app } = await atTheDoor([['10:30', '11:00']])
  await book({ kind: 'later', start: at('10:45'), length: 15 })
  expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'taken' })
  expect(world.eventsOf(app)).toEqual([])
})
