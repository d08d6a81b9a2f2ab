import type { Booking } from '../../shared/booking/booking.ts'
import { subjectOf } from '../model/subject.ts'
import type { ActiveView } from '../view.ts'
import { ActionButton } from './action-button.tsx'
import { Which } from './which.tsx'

/**
 * A button for each booking that people can check in to. The one that people arrive for is at the outer end.
 */
export function CheckIns(view: ActiveView) {
  const { checkIns } = view.snapshot
  return checkIns
    .map((booking, place) => (
      <CheckInAction
        key={booking.id}
        mark={place === 0 ? 'check-in' : 'check-in-running'}
        booking={booking}
        isNamed={checkIns.length > 1 || booking.id !== subjectOf(view.snapshot.occupancy)?.id}
        {...view}
      />
    ))
    .toReversed()
}

interface CheckInActionProps extends ActiveView {
  readonly mark: string
  readonly booking: Booking
  /** Whether the button says which booking it is for, because the screen doesn't. */
  readonly isNamed: boolean
}

/** A check-in needs one tap only, because it does no harm. */
function CheckInAction({ mark, booking, isNamed, checkIn, ...view }: CheckInActionProps) {
  const { words } = view.language
  const detail = isNamed && <Which booking={booking} {...view} />
  if (checkIn.underWay.value.includes(booking.id))
    return (
      <p class="action-waits action-wide" role="status">
        <span>{words.checkingIn}</span>
        {detail && <small>{detail}</small>}
      </p>
    )
  return (
    <ActionButton
      mark={mark}
      label={words.checkIn}
      detail={detail}
      checksIn={booking.id}
      onPress={() => checkIn.checkIn(booking.id)}
      isMain={mark === 'check-in'}
      isWide
    />
  )
}
