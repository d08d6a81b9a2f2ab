import type { Instant } from '../../shared/domain/time.ts'
import { Headline } from '../parts/headline.tsx'
import { PeopleLine } from '../parts/people-line.tsx'
import { isTellable } from '../words/formats.ts'
import { SentenceLine } from '../parts/sentence-line.tsx'
import type { View } from '../view.ts'

export interface OutOfServiceScreenProps extends View {
  /** As IT wrote it in the calendar. */
  readonly reason: string | undefined
  readonly until: Instant | undefined
}

export function OutOfServiceScreen({ reason, until, snapshot, language }: OutOfServiceScreenProps) {
  const { words, formats } = language
  return (
    <>
      <Headline kind="outOfService" words={words} />
      <SentenceLine>
        <bdi>{reason ?? words.outOfService}</bdi>
      </SentenceLine>
      {until !== undefined && isTellable(until) && (
        <PeopleLine>{words.backAt(formats.moment(until, snapshot.today))}</PeopleLine>
      )}
    </>
  )
}
