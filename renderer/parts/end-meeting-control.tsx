import type { BookingId } from '../../shared/booking/booking.ts'
import type { EndModel } from '../model/actions/end-model.ts'
import type { Language } from '../words/language.ts'
import { ActionButton } from './action-button.tsx'

export interface EndMeetingControlProps {
  readonly end: EndModel
  /** The meeting that would be ended. */
  readonly meeting: BookingId | undefined
  readonly language: Language
  /** Why it can’t be ended just now, if it can’t. */
  readonly obstacle?: string | undefined
}

/**
 * Ending takes two taps. The question appears where the first tap was, and its answers beside it, so that an
 * accidental double tap hits the question and has no effect. The harmless answer is at the outer end, where
 * the check-in button was: a person who meant that button ends no meeting. It is the filled one.
 */
export function EndMeetingControl({ end, meeting, language, obstacle }: EndMeetingControlProps) {
  const { words } = language
  const step = end.step.value
  switch (step.kind) {
    case 'none':
      return null
    case 'offered':
      return (
        <ActionButton
          mark="end-meeting"
          label={words.endMeeting}
          detail={obstacle}
          subject={meeting}
          onPress={end.tapEnd}
          isOff={obstacle !== undefined}
        />
      )
    case 'confirming':
      return <EndQuestion end={end} meeting={meeting} language={language} secondsLeft={step.secondsLeft} />
    case 'ending':
      return (
        <p class="action-waits" role="status">
          {words.ending}
        </p>
      )
  }
}

interface EndQuestionProps extends EndMeetingControlProps {
  readonly secondsLeft: number
}

function EndQuestion({ end, meeting, language, secondsLeft }: EndQuestionProps) {
  const { words, formats } = language
  return (
    <div class="question" role="group" aria-labelledby="end-question">
      <p class="question-text">
        <span id="end-question">{words.endQuestion}</span>
        <small>{words.cancelsIn(formats.seconds(secondsLeft))}</small>
      </p>
      <ActionButton mark="confirm" label={words.confirm} subject={meeting} onPress={end.confirm} />
      <ActionButton mark="cancel" label={words.cancel} onPress={end.cancel} isMain takesFocus />
    </div>
  )
}
