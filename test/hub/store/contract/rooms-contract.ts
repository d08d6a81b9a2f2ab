import { describe, expect, test } from 'vitest'
import type { NewAttempt } from '../../../../hub/store/kept.ts'
import { bookingIdOf } from '../../../../shared/booking/booking.ts'
import { at } from '../../../support/builders.ts'
import { aCheckIn, anAttempt, aReservation, room } from './kept-things.ts'
import { done, lead, type Present } from './store-of-test.ts'

export function describeRooms(present: Present): void {
  const store = () => present().store

  test('keeps the check-ins of bookings that are not over, each once, as they were sent', async () => {
    const epoch = await lead(store())
    const over = aCheckIn({ id: 'over', start: at('08:00'), end: at('09:00') })
    const plain = aCheckIn({ id: 'plain' })
    const { organizer: _, ...presumed } = aCheckIn({ id: 'presumed', isPresumed: true })
    for (const checkIn of [over, plain, presumed, plain, { ...plain, room: 'another' }])
      expect(await store().checkIns.record(epoch, checkIn)).toEqual(done)
    expect(await store().checkIns.endingAfter(at('09:00'))).toEqual({ ok: true, value: [plain, presumed] })
  })

  describe('of the attempts of one booking', () => {
    const begin = async (attempt: NewAttempt = anAttempt()) => {
      const begun = await store().attempts.begin(await lead(store()), attempt)
      return begun.ok ? begun.value : expect.fail('It leads')
    }
    const settled = async (outcome: 'done' | 'refused' | 'uncertain', attempt = anAttempt()) => {
      const begun = await begin(attempt)
      if (begun.kind !== 'begun') expect.fail('It is the first')
      expect(await store().attempts.settle(await lead(store()), begun.id, outcome)).toEqual(done)
    }

    test('one alone begins, and the other learns which', async () => {
      const first = await begin()
      expect(first.kind).toBe('begun')
      const by = { ...anAttempt(), id: first.kind === 'begun' ? first.id : '', epoch: 1 }
      expect(await begin(anAttempt({ verdict: 'end', door: 'door-2' }))).toEqual({ kind: 'alreadyBegun', by })
      expect(await store().attempts.endingAfter(at('00:00'))).toEqual({ ok: true, value: [by] })
    })

    test.for([
      ['nothing has come of it yet', 'alreadyBegun', undefined, 'release'],
      ['it was carried out', 'alreadyBegun', 'done', 'release'],
      ['nobody knows whether it was carried out', 'alreadyBegun', 'uncertain', 'release'],
      ['it was refused', 'begun', 'refused', 'release'],
      ['the booking was accepted, and so stands', 'begun', 'done', 'accept'],
      ['it may have been accepted', 'alreadyBegun', 'uncertain', 'accept'],
    ] as const)('when %s, another one is %s', async ([, another, outcome, verdict]) => {
      if (outcome === undefined) await begin(anAttempt({ verdict }))
      else await settled(outcome, anAttempt({ verdict }))
      expect(await begin(anAttempt({ verdict: 'end' }))).toMatchObject({ kind: another })
    })

    test.for([
      ['uncertain', 'done', 'done'],
      ['uncertain', 'refused', 'refused'],
      ['done', 'refused', 'done'],
      ['refused', 'done', 'refused'],
      ['done', 'uncertain', 'done'],
    ] as const)('one that was %s and then is %s stays %s', async ([first, second, last]) => {
      await settled(first)
      const [{ id } = { id: '' }] = await attempts()
      expect(await store().attempts.settle(await lead(store()), id, second)).toEqual(done)
      expect(await attempts()).toMatchObject([{ outcome: last }])
    })

    test('another booking, and the same one in another room, have their own', async () => {
      await begin()
      expect(await begin(anAttempt({ booking: bookingIdOf('another/0/1') }))).toMatchObject({ kind: 'begun' })
      expect(await begin(anAttempt({ room: 'room-2' }))).toMatchObject({ kind: 'begun' })
    })

    const attempts = async () => {
      const kept = await store().attempts.endingAfter(at('00:00'))
      return kept.ok ? kept.value : expect.fail('It answers')
    }
  })

  describe('of the reservations of one room', () => {
    test('one that is open keeps the others out of its time', async () => {
      const epoch = await lead(store())
      const keep = async (over: Parameters<typeof aReservation>[0]) =>
        store().reservations.keep(epoch, aReservation(over))
      const kept = { ok: true, value: 'kept' }
      expect(await keep({ id: 'first' })).toEqual(kept)
      expect(await keep({ id: 'beside', start: at('10:15'), end: at('10:45') })).toEqual({
        ok: true,
        value: 'overlaps',
      })
      expect(await keep({ id: 'after', start: at('10:30'), end: at('11:00') })).toEqual(kept)
      expect(await keep({ id: 'elsewhere', room: 'room-2' })).toEqual(kept)
      const gone = { kind: 'gone', because: 'declined', at: at('10:01') } as const
      expect(await keep({ id: 'first', state: gone })).toEqual(kept)
      expect(await keep({ id: 'beside', start: at('10:05'), end: at('10:25') })).toEqual(kept)
    })

    test('one that was made for a later start, or has got another time, has that', async () => {
      const epoch = await lead(store())
      await store().reservations.keep(epoch, aReservation({ id: 'first' }))
      const moved = aReservation({ id: 'first', start: at('10:01'), end: at('10:20') })
      expect(await store().reservations.keep(epoch, moved)).toEqual({ ok: true, value: 'kept' })
      expect(await store().reservations.endingAfter(at('10:00'))).toEqual({ ok: true, value: [moved] })
    })

    test('one of another room’s door is told with that room', async () => {
      const epoch = await lead(store())
      const elsewhere = aReservation({ wish: 'elsewhere', room: 'room-2', byRoom: room })
      await store().reservations.keep(epoch, elsewhere)
      expect(await store().reservations.endingAfter(at('10:00'))).toEqual({ ok: true, value: [elsewhere] })
    })

    test('an id that another door has taken changes nothing', async () => {
      const epoch = await lead(store())
      const first = aReservation({ id: 'first' })
      await store().reservations.keep(epoch, first)
      const state = { kind: 'gone', because: 'declined', at: at('10:01') } as const
      for (const over of [{ door: 'door-2' }, { room: 'room-2' }])
        expect(await store().reservations.keep(epoch, aReservation({ id: 'first', state, ...over }))).toEqual(
          {
            ok: true,
            value: 'overlaps',
          },
        )
      expect(await store().reservations.endingAfter(at('10:00'))).toEqual({ ok: true, value: [first] })
    })

    test('the last state counts, and one that is over is not told', async () => {
      const epoch = await lead(store())
      const [over, first] = [
        aReservation({ id: 'over', end: at('10:10') }),
        aReservation({ id: 'first', start: at('10:10') }),
      ]
      const booked = {
        ...first,
        state: { kind: 'booked', entry: { name: 'e', meeting: 'm' }, at: at('10:02') },
      } as const
      for (const reservation of [over, first, booked]) await store().reservations.keep(epoch, reservation)
      expect(await store().reservations.endingAfter(at('10:10'))).toEqual({ ok: true, value: [booked] })
    })
  })
}
