import { expect, test } from 'vitest'
import { minutes, seconds } from '../../shared/time/time.ts'
import { at } from '../support/builders.ts'
import { aCompany } from '../support/hub/a-company.ts'
import { bookingDoors, now, occupancies, wordAt } from '../support/hub/booking-doors.ts'

test('a visitor books at one door: committed, once, and seen at both doors, of which neither was green meanwhile', async () => {
  const { clock, world, app, room, a, b, c, stays, kept, tap } = await bookingDoors()
  expect(occupancies(a, b, c)).toEqual(['free', 'free', 'free'])
  const { booked } = await tap(a, now(30), 100)
  expect(occupancies(a, b, c)).toEqual(['reserving', 'reserving', 'free'])
  expect(await kept()).toMatchObject([{ door: 'door-a', room: room.id, wish: 'now', start: at('10:00') }])
  const since = [a, b].map(({ shown }) => shown.length)
  await clock.advance(seconds(6))
  await booked
  const shown = [a, b].map((door, index) =>
    [...new Set(door.shown.slice(since[index]).map(({ occupancy }) => occupancy.kind))].toSorted(),
  )
  expect(shown).toEqual([
    ['inUse', 'reserving'],
    ['inUse', 'reserving'],
  ])
  expect(wordAt(a)).toMatchObject({ kind: 'booked', sought: { end: at('10:30') } })
  expect(wordAt(b)).toEqual({ kind: 'none' })
  expect([stays(), world.eventsOf(app).length]).toEqual([[30], 1])
  expect(await kept()).toMatchObject([{ state: { kind: 'booked' } }])
  // Who books is there: on the disk of this door, and from there at the other.
  for (const { journal } of [a, b])
    expect(journal.kept).toMatchObject({ content: { checkIns: [{ start: at('10:00'), end: at('10:30') }] } })
})

test('what was booked at a door is never given back for want of a check-in', async () => {
  const { clock, world, a, b, stays, tap } = await bookingDoors(undefined, 'auto')
  await tap(a, now(60))
  await clock.advance(minutes(40))
  expect([stays(), occupancies(a, b), world.replies]).toEqual([[60], ['inUse', 'inUse'], []])
})

test('of two doors that are tapped in the same second one books, and the other says so', async () => {
  const { clock, a, b, stays, tap } = await bookingDoors()
  const first = a.panel.book(now(15))
  const second = b.panel.book(now(30))
  await clock.advance(seconds(10))
  await Promise.all([first, second])
  expect(stays()).toEqual([15])
  expect(wordAt(a)).toMatchObject({ kind: 'booked' })
  expect(wordAt(b)).toMatchObject({ kind: 'notBooked', because: 'taken' })
  expect(occupancies(a, b)).toEqual(['inUse', 'inUse'])
  // At the other door the running meeting can be extended all the same.
  await tap(b, { kind: 'extend', length: 15 })
  expect(stays()).toEqual([15, 15])
  expect(wordAt(b)).toMatchObject({ kind: 'booked', sought: { wish: 'extend', end: at('10:30') } })
})

test('an extension goes with its meeting, also when that is ended at the other door', async () => {
  const { clock, a, b, stays, tap } = await bookingDoors()
  await tap(a, now(15))
  await tap(a, { kind: 'extend', length: 15 })
  const { occupancy } = b.panel.current()
  const ended = b.panel.endMeeting('booking' in occupancy ? occupancy.booking.id : '')
  await clock.advance(seconds(10))
  await ended
  expect(occupancies(a, b)).toEqual(['free', 'free'])
  expect(stays()).toEqual([])
})

test('somebody was faster: nothing stays in the calendar, and the door at which nobody tapped says nothing', async () => {
  const { clock, world, room, app, a, b, tap } = await bookingDoors()
  world.switches.roomAnswersAfter = [3000, 3000]
  const { booked } = await tap(a, now(30), seconds(1))
  world.book(room, { from: at('10:10'), to: at('10:40') })
  await clock.advance(seconds(10))
  await booked
  expect(wordAt(a)).toMatchObject({ kind: 'notBooked', because: 'declined' })
  expect(wordAt(b)).toEqual({ kind: 'none' })
  expect(world.eventsOf(app).filter(({ isDeleted }) => !isDeleted)).toEqual([])
})

test('without the database nothing is sent, and the door says so', async () => {
  const { clock, world, app, store, a, b, kept, tap } = await bookingDoors()
  store.state.isDown = true
  const { booked } = await tap(a, now(30))
  await booked
  expect(world.eventsOf(app).length).toBe(0)
  expect(wordAt(a)).toMatchObject({ kind: 'notBooked', because: 'notStored' })
  store.state.isDown = false
  await clock.advance(seconds(10))
  // The store may have had it: it holds the room no longer.
  expect(await kept()).toMatchObject([{ state: { kind: 'gone' } }])
  await tap(b, now(30))
  expect(wordAt(b)).toMatchObject({ kind: 'booked' })
})

test('another room is found and booked, whose doors are not green meanwhile, and ask for a check-in', async () => {
  const { clock, world, room, other, a, c, stays, tap } = await bookingDoors()
  world.book(room, { from: at('09:00'), to: at('11:00') })
  await clock.advance(minutes(2))
  expect(a.panel.current().mayFindRooms).toBe(true)
  const found = a.panel.findRooms()
  await clock.advance(seconds(3))
  await found
  expect(a.panel.current().found).toMatchObject({ kind: 'found', rooms: [{ id: other.id }] })
  const { booked } = await tap(a, { kind: 'elsewhere', room: other.id }, seconds(1))
  expect(c.occupancy()).toBe('reserving')
  await clock.advance(seconds(6))
  await booked
  expect(wordAt(a)).toMatchObject({ kind: 'booked', sought: { room: other.id } })
  expect([stays(other), c.occupancy()]).toEqual([[30], 'inUse'])
})

test('a hub that may not book has doors without the buttons', async () => {
  const { clock, world, app, a, tap } = await bookingDoors()
  expect(a.panel.current().bookable.length).toBeGreaterThan(0)
  world.removeScope(app, 'calendar:calendar.event:create')
  const { booked } = await tap(a, now(15))
  await clock.advance(seconds(2))
  await booked
  expect(wordAt(a)).toMatchObject({ kind: 'notBooked', because: 'scopeMissing' })
  expect(a.panel.current().bookable).toEqual([])
})

test('forty-five rooms ask once whether the app may book, and for the limits of each', async () => {
  const { clock, world, rooms, ...company } = await aCompany('10:00', { rooms: 45 })
  await company.assign(rooms.at(-1)?.id ?? '', 'door-a')
  await company.hub('hub-1')
  const door = await company.door('door-a', { books: true })
  await clock.advance(seconds(40))
  expect(door.panel.current().bookable.length).toBeGreaterThan(0)
  // Once more for what the first hub of a company has made.
  expect([world.callsTo('calendars'), world.callsTo('createEvent')]).toEqual([2, 1])
  expect(world.callsTo('reserveScope')).toBe(45)
})
