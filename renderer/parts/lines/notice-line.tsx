import type { Booking } from '../../../shared/booking/booking.ts'
import type { EndRefusal } from '../../../shared/ending/ending.ts'
import type { ReservationFailure } from '../../../shared/reserving/reservation.ts'
import type { Sought } from '../../../shared/reserving/reserving.ts'
import { toldUntil } from '../../model/free-until.ts'
import type { Notice } from '../../model/notice.ts'
import { subjectOf } from '../../model/subject.ts'
import type { View } from '../../view.ts'
import type { Words } from '../../../shared/languages/words.ts'
import { Which } from '../which.tsx'

/** All notices but a successful check-in, which has the whole screen. */
export type SmallNotice = Exclude<Notice, { kind: 'checkedIn' }>

/** The outcome of a tap or of a release, in calm words. */
export function NoticeLine({ notice, ...view }: View & { readonly notice: SmallNotice }) {
  const { lead, booking, advice } = textOf(notice, view)
  return (
    <p class="notice" role="status" data-testid="notice">
      <strong>{lead}</strong> {advice}{' '}
      {booking && booking.id !== subjectOf(view.snapshot.occupancy)?.id && (
        <small>
          <Which booking={booking} {...view} />
        </small>
      )}
    </p>
  )
}

interface NoticeText {
  readonly lead: string
  /** The booking that the notice is about, if the screen no longer shows it. */
  readonly booking?: Booking
  readonly advice?: string
}

function textOf(notice: SmallNotice, view: View): NoticeText {
  const { words, formats } = view.language
  switch (notice.kind) {
    case 'checkingIn':
      return { lead: words.checkingIn }
    case 'notCheckedIn':
      return { lead: words.notCheckedIn, advice: words.checkInRefusal[notice.reason] }
    case 'ending':
      return { lead: words.ending }
    case 'ended':
      return { lead: words.ended }
    case 'notEnded':
      return { lead: words.notEnded, advice: refusalIn(words, notice.reason) }
    case 'maybeEnded':
      return { lead: words.maybeEnded, advice: words.maybeEndedAdvice }
    case 'booked':
      return bookedText(notice.sought, view)
    case 'notBooked':
      return { lead: words.reserve.notBooked, advice: failureIn(words, notice.because) }
    case 'maybeBooked':
      return { lead: words.reserve.maybeBooked, advice: words.reserve.maybeBookedAdvice }
    case 'releasing':
      return { lead: words.givingBack }
    case 'released': {
      const { booking } = notice
      const until = toldUntil(notice.freeUntil, view)
      if (until === undefined) return { lead: words.givenBack, booking }
      const advice = words.freeUntil(formats.moment(until, view.snapshot.today))
      return { lead: words.givenBack, booking, advice }
    }
    case 'maybeReleased':
      return { lead: words.maybeGivenBack, booking: notice.booking, advice: words.maybeGivenBackAdvice }
    case 'checkInElsewhere':
      return { lead: words.checkInRefusal.elsewhere }
    case 'keepingNothing':
      return { lead: words.keepingNothing, advice: words.keepingNothingAdvice }
    case 'panelFailed':
      return { lead: words.panelFailed, advice: words.panelFailedAdvice }
  }
}

const nameOf = (id: string, { found }: View['snapshot']): string =>
  (found?.kind === 'found' && found.rooms.find((room) => room.id === id)?.name) || id

function bookedText({ wish, room, start, end }: Sought, { language, snapshot }: View): NoticeText {
  const { words, formats } = language
  const [from, until] = [formats.moment(start, snapshot.today), formats.moment(end, snapshot.today)]
  if (wish === 'elsewhere') {
    const { find } = words.reserve
    return { lead: find.booked(nameOf(room, snapshot), until), advice: find.bookedAdvice }
  }
  if (wish !== 'later') return { lead: words.reserve.booked(until) }
  return { lead: words.reserve.bookedLater(from, until), advice: words.reserve.bookedLaterAdvice }
}

function refusalIn(words: Words, reason: EndRefusal): string {
  const sentences: Readonly<Record<EndRefusal, string>> = { ...words.problem, ...words.refusal }
  return sentences[reason]
}

function failureIn(words: Words, because: ReservationFailure): string {
  const sentences: Readonly<Record<ReservationFailure, string>> = {
    ...words.problem,
    ...words.reserve.failure,
  }
  return sentences[because]
}
