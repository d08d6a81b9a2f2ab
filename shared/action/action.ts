import type { VerdictAction } from '../admin/judging.ts'
import type { Booking } from '../booking/booking.ts'
import type { CheckInAction } from '../check-in/check-in.ts'
import type { EndAction } from '../ending/ending.ts'
import type { ReleaseAction } from '../release/release.ts'
import type { Instant } from '../time/time.ts'

/** All that people or the clock can cause at this door. A new action is one more member, and TypeScript names what it still needs. */
export type Action = CheckInAction | EndAction | ReleaseAction | VerdictAction

export type ActionKind = Action['kind']
export type ActionOf<Kind extends ActionKind> = Extract<Action, { readonly kind: Kind }>
type Settled<Kind extends ActionKind> = Extract<ActionOf<Kind>, { readonly stage: 'settled' }>
export type OutcomeKind<Kind extends ActionKind> = Settled<Kind>['outcome']['kind']

/** The last action of each kind, in the order in which something last happened to them. */
export type Actions = readonly Action[]

/** The last action of a kind, if there was one. */
export const actionOf = <Kind extends ActionKind>(actions: Actions, kind: Kind): ActionOf<Kind> | undefined =>
  actions.find((action): action is ActionOf<Kind> => action.kind === kind)

/** These actions with another one in the place of the last one of its kind. */
export const withAction = (actions: Actions, action: Action): Actions => [
  ...actions.filter(({ kind }) => kind !== action.kind),
  action,
]

/** After the time leapt to `now`: an outcome of a time that is still to come would stay on the screen until then. */
export const actionsPutBack = (actions: Actions, now: Instant): Actions =>
  actions.map((action) => (action.stage === 'settled' && action.at > now ? { ...action, at: now } : action))

/** Whether people wait for an answer, or something is on its way: no update, no new page meanwhile. */
export const isUnderWay = ({ stage }: Action): boolean => stage !== 'settled'

/** The action of this kind that is under way, if there is one. */
export function actionUnderWay<Kind extends ActionKind>(
  actions: Actions,
  kind: Kind,
): ActionOf<Kind> | undefined {
  const action = actionOf(actions, kind)
  return action !== undefined && isUnderWay(action) ? action : undefined
}

/** Whether the release of this booking is on its way: a check-in that comes now may be too late, and is not asked for. */
export function isReleaseSent(actions: Actions, { id }: Pick<Booking, 'id'>): boolean {
  const release = actionOf(actions, 'release')
  return release?.stage === 'sent' && release.booking === id
}

/** Whether it may have been carried out, which only a later reading tells. */
export const isInDoubt = (action: Action): boolean =>
  action.stage === 'settled' && action.outcome.kind === 'uncertain'

/** Outcomes after which the booking may be gone from the room. */
const removing: { readonly [Kind in ActionKind]: readonly OutcomeKind<Kind>[] } = {
  checkIn: [],
  end: ['done', 'uncertain'],
  release: ['released', 'uncertain'],
  verdict: ['done', 'uncertain'],
}

/** Whether this action may be why a reading lacks the booking. An action that was only asked for, or came to nothing, is not. */
export function mayHaveRemoved(action: Action, { id }: Pick<Booking, 'id'>): boolean {
  if (action.booking !== id) return false
  if (action.stage !== 'settled') return action.stage === 'sent'
  const outcomes: readonly string[] = removing[action.kind]
  return outcomes.includes(action.outcome.kind)
}
