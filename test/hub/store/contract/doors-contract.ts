import { describe, expect, test } from 'vitest'
import { days } from '../../../../shared/time/time.ts'
import { at } from '../../../support/builders.ts'
import { aCheckIn, room } from './kept-things.ts'
import { done, type Present } from './store-of-test.ts'

export function describeDoors(present: Present): void {
  const store = () => present().store
  const passes = (ms: number) => present().passes(ms)

  describe('an enrolment code', () => {
    const valid = { ok: true, value: { kind: 'valid', room } }

    test('makes one door of its room, once', async () => {
      const { doors } = store()
      expect(await doors.addCode('hash', room, days(7))).toEqual(done)
      expect(await doors.lookAtCode('hash')).toEqual(valid)
      const both = await Promise.all([doors.redeemCode('hash', 'door-1'), doors.redeemCode('hash', 'door-2')])
      expect(both.filter((one) => one.ok && one.value.kind === 'valid')).toHaveLength(1)
      expect(both.filter((one) => one.ok && one.value.kind === 'used')).toHaveLength(1)
      expect(await doors.lookAtCode('hash')).toEqual({ ok: true, value: { kind: 'used' } })
      const listed = await doors.list()
      expect(listed).toMatchObject({ value: [{ room, isAssigned: true }] })
    })

    test('is worth nothing once it has expired, or if nobody made it', async () => {
      await store().doors.addCode('hash', room, days(7))
      await passes(days(7))
      for (const [hash, kind] of [
        ['hash', 'expired'],
        ['another', 'unknown'],
      ] as const) {
        expect(await store().doors.lookAtCode(hash)).toEqual({ ok: true, value: { kind } })
        expect(await store().doors.redeemCode(hash, 'door-1')).toEqual({ ok: true, value: { kind } })
      }
      expect(await store().doors.list()).toEqual({ ok: true, value: [] })
    })
  })

  test('knows its doors by their rooms, until they are unassigned', async () => {
    const { doors } = store()
    for (const [id, of] of [
      ['door-2', 'room-1'],
      ['door-1', 'room-1'],
      ['door-0', 'room-2'],
    ] as const) {
      await doors.addCode(`code of ${id}`, of, days(7))
      await doors.redeemCode(`code of ${id}`, id)
    }
    expect(await doors.noteSession('door-1', 'session')).toEqual({ ok: true, value: true })
    expect(await doors.keepNextPassword('door-1', 'next')).toEqual({ ok: true, value: true })
    expect(await doors.keepNextPassword('door-2', 'next')).toEqual({ ok: true, value: true })
    expect(await doors.keepNextPassword('door-2', undefined)).toEqual({ ok: true, value: true })
    expect(await doors.unassign('door-0')).toEqual({ ok: true, value: true })
    expect(await doors.list()).toEqual({
      ok: true,
      value: [
        { id: 'door-1', room: 'room-1', isAssigned: true, session: 'session', nextPassword: 'next' },
        { id: 'door-2', room: 'room-1', isAssigned: true },
        { id: 'door-0', room: 'room-2', isAssigned: false },
      ],
    })
    const none = { ok: true, value: false }
    expect(await doors.unassign('door-0')).toEqual(none)
    expect(await doors.noteSession('door-9', 'session')).toEqual(none)
    expect(await doors.keepNextPassword('door-9', 'next')).toEqual(none)
  })

  test('has an administrator’s verdict with its booking', async () => {
    const act = {
      act: 'decline',
      by: 'administrator at the door',
      room,
      door: 'door-1',
      booking: aCheckIn().booking,
    } as const
    expect(await store().audit.enter(act)).toEqual(done)
    expect(await store().audit.latest(1)).toMatchObject({ value: [act] })
  })

  test('tells the newest acts first', async () => {
    const order = { id: 'order-1', expiresAt: at('10:01') }
    await store().audit.enter({ act: 'code', by: 'lin', room })
    await store().audit.enter({ act: 'restart', by: 'lin', door: 'door-1', order })
    await store().audit.enter({ act: 'restart', by: 'lin', door: 'door-1', order, outcome: 'done' })
    const restart = { act: 'restart', by: 'lin', door: 'door-1', order }
    const told = await store().audit.latest(2)
    expect(told).toMatchObject({ value: [{ ...restart, outcome: 'done' }, restart] })
    expect(await store().audit.latest(9, 'door-1')).toEqual(told)
    expect(await store().audit.latest(9)).toMatchObject({ value: [{}, {}, { act: 'code', by: 'lin', room }] })
  })
}
