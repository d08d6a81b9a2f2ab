import { describe, expect, test } from 'vitest'
import { seconds } from '../../../../shared/time/time.ts'
import { at } from '../../../support/builders.ts'
import { aCheckIn, anAttempt, aReservation } from './kept-things.ts'
import { done, lead, notLeading, type Present } from './store-of-test.ts'

export function describeLease(present: Present): void {
  const store = () => present().store
  const passes = (ms: number) => present().passes(ms)

  describe('the lease', () => {
    test('belongs to one hub at a time, and its epoch rises with each take-over', async () => {
      const { lease } = store()
      expect(await lease.take('hub A')).toEqual({ ok: true, value: { kind: 'taken', epoch: 1 } })
      expect(await lease.take('hub B')).toEqual({
        ok: true,
        value: { kind: 'held', epoch: 1, holder: 'hub A' },
      })
      await passes(seconds(11))
      expect(await lease.take('hub B')).toEqual({ ok: true, value: { kind: 'taken', epoch: 2 } })
      expect(await lease.renew(1)).toEqual(notLeading)
      expect(await lease.take('hub A')).toEqual({
        ok: true,
        value: { kind: 'held', epoch: 2, holder: 'hub B' },
      })
    })

    test('lives on by being renewed', async () => {
      const epoch = await lead(store())
      for (let times = 0; times < 4; times++) {
        await passes(seconds(6))
        expect(await store().lease.renew(epoch)).toEqual(done)
      }
      expect(await store().lease.take('hub B')).toMatchObject({ value: { kind: 'held' } })
    })

    test('is not renewed once it has run out, even if nobody has taken it', async () => {
      const epoch = await lead(store())
      await passes(seconds(11))
      expect(await store().lease.renew(epoch)).toEqual(notLeading)
    })

    test('is free at once when its hub gives it up, and only then', async () => {
      const epoch = await lead(store())
      expect(await store().lease.giveUp(epoch - 1)).toEqual(done)
      expect(await store().lease.take('hub B')).toMatchObject({ value: { kind: 'held' } })
      expect(await store().lease.giveUp(epoch)).toEqual(done)
      expect(await store().lease.take('hub B')).toMatchObject({ value: { kind: 'taken', epoch: epoch + 1 } })
    })
  })

  describe('a hub that no longer leads writes nothing', () => {
    const writes: readonly [string, (epoch: number) => Promise<unknown>][] = [
      ['a check-in', (epoch) => store().checkIns.record(epoch, aCheckIn())],
      ['an attempt', (epoch) => store().attempts.begin(epoch, anAttempt())],
      ['an outcome', (epoch) => store().attempts.settle(epoch, '1', 'done')],
      ['a reservation', (epoch) => store().reservations.keep(epoch, aReservation())],
    ]
    test.for(writes)('%s, after its lease ran out', async ([, write]) => {
      const epoch = await lead(store())
      await passes(seconds(11))
      expect(await write(epoch)).toEqual(notLeading)
    })
    test.for(writes)('%s, after another hub took over', async ([, write]) => {
      const epoch = await lead(store())
      await store().lease.giveUp(epoch)
      await lead(store())
      expect(await write(epoch)).toEqual(notLeading)
    })
    test.for(writes)('%s, before it leads', async ([, write]) => {
      const epoch = await lead(store())
      expect(await write(epoch + 1)).toEqual(notLeading)
    })
    test('and its attempt is not there afterwards', async () => {
      const epoch = await lead(store())
      await store().lease.giveUp(epoch)
      await store().attempts.begin(epoch, anAttempt())
      expect(await store().attempts.endingAfter(at('00:00'))).toEqual({ ok: true, value: [] })
    })
  })
}
