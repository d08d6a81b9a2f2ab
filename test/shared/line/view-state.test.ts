import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoomView } from '../../../shared/line/view.ts'
import {
  liveView,
  pulseServesFor,
  type ViewEvent,
  type ViewState,
  viewStateAfter,
} from '../../../shared/line/view-state.ts'
import { seconds } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'
import { aView } from '../../support/line/messages.ts'

const view = (epoch: number, seq: number): ViewEvent => ({ kind: 'view', view: aView({ epoch, seq }) })
const pulse = (epoch: number, elapsed: number): ViewEvent => ({
  kind: 'pulse',
  pulse: { v: 1, epoch, time: at('10:00') },
  elapsed,
})
const after = (...events: readonly ViewEvent[]): ViewState => events.reduce(viewStateAfter, {})
const pairOf = (seen: RoomView | undefined) => seen && [seen.epoch, seen.seq]

test.each([
  ['a higher sequence number', [view(1, 1), view(1, 2)], [1, 2]],
  ['the same once more', [view(1, 2), view(1, 2)], [1, 2]],
  ['an older one that comes late', [view(1, 3), view(1, 2)], [1, 3]],
  ['the first one of a later hub', [view(1, 9), view(2, 1)], [2, 1]],
  ['one of a hub that no longer leads', [view(2, 1), view(1, 99)], [2, 1]],
])('%s', (_what, events, counts) => {
  expect(pairOf(after(...events).view)).toEqual(counts)
})

test.each([
  ['retained, and no pulse', [view(1, 1)], 0, false],
  ['with a pulse of its hub', [view(1, 1), pulse(1, 0)], 0, true],
  ['with a pulse before it', [pulse(1, 0), view(1, 1)], seconds(1), true],
  ['with a pulse 15 s ago', [view(1, 1), pulse(1, 0)], seconds(15), true],
  ['with a pulse longer ago', [view(1, 1), pulse(1, 0)], seconds(15) + 1, false],
  ['with a pulse of the hub that follows', [view(1, 1), pulse(2, 0)], 0, false],
  [
    'with a pulse of a hub that no longer leads',
    [view(2, 1), pulse(2, 0), pulse(1, seconds(20))],
    seconds(20),
    false,
  ],
  ['with a hub that leads again after another', [view(2, 1), pulse(1, 0), pulse(2, 1)], 1, true],
  ['from before a sleep', [view(1, 1), pulse(1, 0), { kind: 'timeLost' } as const], 0, false],
])('a view %s is live or past', (_what, events, elapsed, isLive) => {
  expect(liveView(after(...events), elapsed) !== undefined).toBe(isLive)
})

const pair = fc.record({ epoch: fc.integer({ min: 1, max: 4 }), seq: fc.integer({ min: 1, max: 6 }) })
const anEvent = (elapsed: number): fc.Arbitrary<ViewEvent> =>
  fc.oneof(
    pair.map(({ epoch, seq }) => view(epoch, seq)),
    pair.map(({ epoch }) => pulse(epoch, elapsed)),
    fc.constant<ViewEvent>({ kind: 'timeLost' }),
  )
const story = fc
  .array(fc.integer({ min: 0, max: seconds(9) }), { minLength: 1, maxLength: 30 })
  .chain((steps) => {
    let elapsed = 0
    return fc.tuple(...steps.map((step) => anEvent((elapsed += step))))
  })

test('in any order, lost, late or doubled: the highest view counts, and none goes back', () => {
  fc.assert(
    fc.property(story, (events) => {
      const views = events.flatMap((event) => (event.kind === 'view' ? [event.view] : []))
      const highest = views.toSorted((one, other) => one.epoch - other.epoch || one.seq - other.seq).at(-1)
      expect(pairOf(after(...events).view)).toEqual(pairOf(highest))
      expect(after(...events, ...events.filter(({ kind }) => kind === 'view')).view).toEqual(
        after(...events).view,
      )
    }),
  )
})

test('a view that is live has a pulse of its own hub in the last 15 s, and of no later one', () => {
  fc.assert(
    fc.property(story, fc.integer({ min: 0, max: seconds(40) }), (events, later) => {
      const pulses = events.flatMap((event) => (event.kind === 'pulse' ? [event] : []))
      const elapsed = Math.max(0, ...pulses.map((one) => one.elapsed)) + later
      const live = liveView(after(...events), elapsed)
      if (live === undefined) return
      const since = events.slice(events.findLastIndex(({ kind }) => kind === 'timeLost') + 1)
      const young = since.filter(
        (event) => event.kind === 'pulse' && elapsed - event.elapsed <= pulseServesFor,
      )
      expect(young.some((event) => event.kind === 'pulse' && event.pulse.epoch === live.epoch)).toBe(true)
      expect(young.some((event) => event.kind === 'pulse' && event.pulse.epoch > live.epoch)).toBe(false)
    }),
  )
})
