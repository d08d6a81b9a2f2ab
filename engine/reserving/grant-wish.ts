import { bookableIn } from '../../shared/reserving/bookable-at.ts'
import type { Sought } from '../../shared/reserving/reserving.ts'
import { isSameWish, type Wish } from '../../shared/reserving/wish.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { TryPin } from '../secrets.ts'

export interface GrantWishParts {
  readonly clock: Pick<Clock, 'now'>
  readonly panel: PanelStore
  readonly rulesAt: () => PanelRules
  readonly tryPin: TryPin
  /** The id of this door's room. */
  readonly room: string
}

/** Why this visitor may not book; undefined if they may. Without a PIN by the rules it is known at once. */
export function pinDenial(
  { tryPin, rulesAt }: Pick<GrantWishParts, 'tryPin' | 'rulesAt'>,
  pin: string | undefined,
): Promise<'wrongPin' | 'pinNotCompared' | undefined> | undefined {
  return rulesAt().booking.who === 'pin' ? compared(tryPin, pin) : undefined
}

async function compared(
  tryPin: TryPin,
  pin: string | undefined,
): Promise<'wrongPin' | 'pinNotCompared' | undefined> {
  if (pin === undefined) return 'wrongPin'
  const tried = await tryPin(pin)
  if (!tried.ok) return 'pinNotCompared'
  return tried.value ? undefined : 'wrongPin'
}

/** What would be booked, if the panel's last reading and the rules allow it. */
export function granted({ panel, clock, rulesAt, room }: GrantWishParts, wish: Wish): Sought | undefined {
  const found = bookableIn(panel.current(), clock.now(), rulesAt(), wish.kind).find((one) =>
    isSameWish(one.wish, wish),
  )
  return found && { wish: wish.kind, room: wish.room ?? room, start: found.start, end: found.end }
}
