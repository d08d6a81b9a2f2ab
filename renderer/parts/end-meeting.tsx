import type { EndModel } from '../end-model.ts'
import type { Language } from '../words/language.ts'
import { ActionButton } from './action-button.tsx'

export interface EndMeetingProps {
  readonly end: EndModel
  readonly language: Language
}

/**
 * Two taps. The question stands where the first tap was and its answers beside it, so that a finger which taps
 * twice by accident hits the question and does nothing. The harmless answer stands at the outer end, where one checks in:
 * who meant that, and taps there now, ends nothing.
 */
export function EndMeeting({ end, language }: EndMeetingProps) {
  const { words } = language
  const step = end.step.value
  switch (step.kind) {
    case 'none':
      return null
    case 'offered':
      return <ActionButton mark="end-meeting" label={words.endMeeting} onTap={end.tapEnd} />
    case 'confirming':
      return <EndQuestion end={end} language={language} secondsLeft={step.secondsLeft} />
    case 'ending':
      return (
        <p class="action-waits" role="status">
          {words.ending}
        </p>
      )
  }
}

function EndQuestion({ end, language, secondsLeft }: EndMeetingProps & { readonly secondsLeft: number }) {
  const { words, formats } = language
  return (
    <div class="question" role="group" aria-labelledby="end-question">
      <p class="question-text">
        <span id="end-question">{words.endQuestion}</span>
        <small>{words.cancelsIn(formats.seconds(secondsLeft))}</small>
      </p>
      <ActionButton mark="confirm" label={words.confirm} onTap={end.confirm} isMain />
      <ActionButton mark="cancel" label={words.cancel} onTap={end.cancel} takesFocus />
    </div>
  )
}
