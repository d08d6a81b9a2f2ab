import type { Booking } from '../../shared/booking/booking.ts'
import type { UnknownReason } from '../../shared/occupancy/occupancy.ts'
import { CheckIns } from '../parts/check-ins.tsx'
import { Headline } from '../parts/lines/headline.tsx'
import { PeopleLine } from '../parts/lines/people-line.tsx'
import { SentenceLine } from '../parts/lines/sentence-line.tsx'
import { Who } from '../parts/who.tsx'
import type { ActiveView, View } from '../view.ts'
import type { Words } from '../../shared/languages/words.ts'

export interface UnknownScreenProps extends ActiveView {
  readonly reason: UnknownReason
  readonly running: Booking | undefined
}

export function UnknownScreen({ reason, running, ...view }: UnknownScreenProps) {
  const { words } = view.language
  return (
    <>
      <Headline kind="unknown" words={words} />
      <SentenceLine>{reasonIn(words, reason)}</SentenceLine>
      <LastKnown {...view} running={running} />
      <div class="foot">
        <p class="advice">{words.checkCalendar}</p>
        <CheckIns {...view} />
      </div>
    </>
  )
}

/** The last reading's booking for this moment, and its age: facts, not a claim about the room. */
function LastKnown({ running, snapshot, language }: View & { readonly running: Booking | undefined }) {
  const { words, formats } = language
  const { readAt } = snapshot.connection
  if (readAt === undefined) return null
  const at = formats.moment(readAt, snapshot.today)
  if (running === undefined) return <PeopleLine>{words.lastKnownFree(at)}</PeopleLine>
  return (
    <PeopleLine>
      {words.lastKnownInUse(at, formats.moment(running.end, snapshot.today))}
      {' · '}
      <Who booking={running} words={words} />
    </PeopleLine>
  )
}

function reasonIn(words: Words, reason: UnknownReason): string {
  const sentences: Readonly<Record<UnknownReason, string>> = { ...words.problem, ...words.unknown }
  return sentences[reason]
}
