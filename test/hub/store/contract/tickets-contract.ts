import { expect, test } from 'vitest'
import { minutes, plus } from '../../../../shared/time/time.ts'
import { at } from '../../../support/builders.ts'
import { done, type Present } from './store-of-test.ts'

export function describeTickets(present: Present): void {
  test('keeps the newest ticket of each store app, also if an older one comes late', async () => {
    const { tickets } = present().store
    const first = { sealed: 'first', at: at('09:00') }
    const second = { sealed: 'second', at: plus(at('10:00'), 0.5) }
    expect(await tickets.newest('cli_1')).toEqual({ ok: true, value: undefined })
    for (const ticket of [first, second, first]) expect(await tickets.keep('cli_1', ticket)).toEqual(done)
    expect(await tickets.keep('cli_2', first)).toEqual(done)
    expect(await tickets.newest('cli_1')).toMatchObject({ ok: true, value: { sealed: 'second' } })
    expect(await tickets.newest('cli_2')).toEqual({ ok: true, value: first })
    const again = { sealed: 'again', at: plus(at('10:00'), minutes(1)) }
    expect(await tickets.keep('cli_1', again)).toEqual(done)
    expect(await tickets.newest('cli_1')).toEqual({ ok: true, value: again })
  })
}
