import type { AdminQuestion } from '../../model/admin-model.ts'
import { nameOf } from '../../model/room-shelves.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { Who } from '../../parts/who.tsx'
import type { AdminWords } from '../../../shared/languages/admin-words.ts'
import type { AdminView } from './admin-view.ts'

export interface AdminQuestionLineProps extends AdminView {
  readonly question: AdminQuestion
}

/** The confirmation by a second tap. The harmless answer is at the outer end. */
export function AdminQuestionLine({ question, ...view }: AdminQuestionLineProps) {
  const words = view.language.words.admin
  const asked = wordsOf(question, words)
  return (
    <div class="admin-question" role="group" aria-labelledby="admin-question">
      <p>
        <strong id="admin-question">{asked.question}</strong>
        <About {...view} question={question} />
      </p>
      <ActionButton
        mark="confirm"
        label={asked.confirm}
        subject={aboutIn(question)}
        onPress={view.model.confirm}
      />
      <ActionButton mark="cancel" label={asked.cancel} onPress={view.model.cancel} isMain takesFocus />
    </div>
  )
}

/** Identifies the question, so that a tap meant for one question can't confirm another. */
function aboutIn(question: AdminQuestion): string {
  switch (question.kind) {
    case 'verdict':
      return `${question.verdict} ${question.booking.id}`
    case 'setRoom':
      return question.room.id
    case 'leaveKiosk':
      return ''
  }
}

interface QuestionWords {
  readonly question: string
  readonly confirm: string
  readonly cancel: string
}

function wordsOf(question: AdminQuestion, words: AdminWords): QuestionWords {
  switch (question.kind) {
    case 'verdict':
      return words.verdict[question.verdict]
    case 'setRoom':
      return words.rooms
    case 'leaveKiosk':
      return { question: words.leaveQuestion, confirm: words.leave, cancel: words.stay }
  }
}

function About({ question, snapshot, language }: AdminQuestionLineProps) {
  const { words, formats } = language
  switch (question.kind) {
    case 'verdict':
      return (
        <small>
          {formats.moment(question.booking.start, snapshot.today)}–
          {formats.moment(question.booking.end, snapshot.today)} ·{' '}
          <Who booking={question.booking} words={words} />
        </small>
      )
    case 'setRoom':
      return (
        <small class="room-change">
          {snapshot.room.name !== undefined && <bdi>{snapshot.room.name}</bdi>} →{' '}
          <bdi>{[nameOf(question.room), ...question.room.place].join(' · ')}</bdi>
        </small>
      )
    case 'leaveKiosk':
      return null
  }
}
