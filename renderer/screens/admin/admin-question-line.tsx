import type { AdminQuestion } from '../../admin-model.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { Who } from '../../parts/who.tsx'
import type { AdminView } from './admin-view.ts'

export interface AdminQuestionLineProps extends AdminView {
  readonly question: AdminQuestion
}

/** The second tap; the harmless answer stands at the outer end. */
export function AdminQuestionLine({ question, model, language }: AdminQuestionLineProps) {
  const words = language.words.admin
  const isLeaving = question.kind === 'leaveKiosk'
  const own = isLeaving ? undefined : words.verdict[question.verdict]
  return (
    <div class="admin-question" role="group" aria-labelledby="admin-question">
      <p>
        <strong id="admin-question">{own?.question ?? words.leaveQuestion}</strong>
        {!isLeaving && (
          <small>
            {language.formats.time(question.booking.start)}–{language.formats.time(question.booking.end)} ·{' '}
            <Who booking={question.booking} words={language.words} />
          </small>
        )}
      </p>
      <ActionButton mark="confirm" label={own?.confirm ?? words.leave} onTap={model.confirm} isMain />
      <ActionButton mark="cancel" label={words.cancel} onTap={model.cancel} takesFocus />
    </div>
  )
}
