import type { ActionKind, ActionOf } from '../../shared/action/action.ts'
import type { AdminVerdict } from '../../shared/admin/judging.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import type { CheckInAction } from '../../shared/check-in/check-in.ts'
import type { EndAction } from '../../shared/ending/ending.ts'
import type { ReleaseAction } from '../../shared/release/release.ts'
import type { Instant } from '../../shared/time/time.ts'

type Outcome<Kind extends ActionKind> = Extract<ActionOf<Kind>, { stage: 'settled' }>['outcome']

/** How far an action has come. */
type Stage<Kind extends ActionKind> =
  | { readonly stage: 'asked' | 'sent' }
  | { readonly stage: 'settled'; readonly outcome: Outcome<Kind>; readonly at: Instant }

type Named = Pick<Booking, 'id'>

export const asked = { stage: 'asked' } as const
export const sent = { stage: 'sent' } as const
export const settled = <Result>(outcome: Result, at: Instant) => ({ stage: 'settled', outcome, at }) as const

export const checkInAction = ({ id: booking }: Named, stage: Stage<'checkIn'>): CheckInAction => ({
  kind: 'checkIn',
  booking,
  ...stage,
})

export const endAction = ({ id: booking }: Named, stage: Stage<'end'>): EndAction => ({
  kind: 'end',
  booking,
  ...stage,
})

export const releaseAction = (listed: Booking, stage: Stage<'release'>): ReleaseAction => ({
  kind: 'release',
  booking: listed.id,
  listed,
  ...stage,
})

export const verdictAction = (listed: Booking, verdict: AdminVerdict, stage: Stage<'verdict'>) =>
  ({ kind: 'verdict', booking: listed.id, verdict, when: listed, ...stage }) as const
