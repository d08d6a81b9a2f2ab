import type { Admin } from '../../../shared/domain/admin.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { AdminQuestionLine } from './admin-question-line.tsx'
import type { AdminView } from './admin-view.ts'
import { DiagnosisList } from './diagnosis-list.tsx'
import { JudgedBookings } from './judged-bookings.tsx'
import { JudgingLine } from './judging-line.tsx'

export interface AdminMenuProps extends AdminView {
  readonly admin: Extract<Admin, { kind: 'open' }>
}

/** Today's bookings or the report above, what was asked or answered below it, and at the foot what else can be done. */
export function AdminMenu({ admin, ...view }: AdminMenuProps) {
  const { model, language } = view
  const words = language.words.admin
  const question = model.question.value
  const isListing = model.page.value === 'bookings'
  return (
    <main class="admin-screen admin-menu">
      {isListing ? (
        <JudgedBookings {...view} judging={admin.judging} />
      ) : (
        <DiagnosisList {...view} diagnosis={admin.diagnosis} />
      )}
      {question === undefined ? (
        <>
          {isListing && <JudgingLine {...view} judging={admin.judging} />}
          <div class="admin-foot">
            {isListing ? (
              <ActionButton mark="admin-diagnose" label={words.diagnose} onTap={model.diagnose} />
            ) : (
              <ActionButton mark="admin-bookings" label={words.title} onTap={model.showBookings} />
            )}
            <ActionButton
              mark="admin-leave-kiosk"
              label={words.leaveKiosk}
              onTap={() => model.ask({ kind: 'leaveKiosk' })}
            />
            <ActionButton mark="admin-leave" label={words.back} onTap={model.leave} isMain />
          </div>
        </>
      ) : (
        <AdminQuestionLine {...view} question={question} />
      )}
    </main>
  )
}
