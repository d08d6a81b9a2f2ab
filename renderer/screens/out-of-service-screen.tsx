import type { Instant } from '../../shared/time/time.ts'
import { Headline } from '../parts/lines/headline.tsx'
import { PeopleLine } from '../parts/lines/people-line.tsx'
import { SentenceLine } from '../parts/lines/sentence-line.tsx'
import { ServiceCode } from '../parts/service-code.tsx'
import { FindRoom } from '../parts/reserving/find-room.tsx'
import type { ActiveView } from '../view.ts'
import { isTellable } from '../words/formats.ts'

export interface OutOfServiceScreenProps extends ActiveView {
  /** As IT wrote it in the calendar. */
  readonly reason: string | undefined
  readonly until: Instant | undefined
}

export function OutOfServiceScreen({ reason, until, ...view }: OutOfServiceScreenProps) {
  const { words, formats } = view.language
  return (
    <>
      <Headline kind="outOfService" words={words} />
      <SentenceLine>
        <bdi>{reason ?? words.outOfService}</bdi>
      </SentenceLine>
      {until !== undefined && isTellable(until) && (
        <PeopleLine>{words.backAt(formats.moment(until, view.snapshot.today))}</PeopleLine>
      )}
      <ServiceCode {...view} />
      <div class="foot">
        <FindRoom {...view} />
      </div>
    </>
  )
}
