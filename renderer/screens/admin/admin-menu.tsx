import type { OpenMenu } from '../../../shared/admin/admin.ts'
import { AdminFoot } from './admin-foot.tsx'
import { AdminHead } from './admin-head.tsx'
import { AdminQuestionLine } from './admin-question-line.tsx'
import type { AdminView } from './admin-view.ts'
import { DiagnosisList } from './diagnosis-list.tsx'
import { JudgedBookings } from './judged-bookings.tsx'
import { RoomListScreen } from './room-list.tsx'
import { RoomSettingLine } from './room-setting-line.tsx'
import { VerdictLine } from './verdict-line.tsx'

export interface AdminMenuProps extends AdminView {
  readonly admin: OpenMenu
}

/**
 * Above, today's bookings, the report or the rooms; below, the question or the last outcome; at the foot, the
 * other actions.
 */
export function AdminMenu({ admin, ...view }: AdminMenuProps) {
  return (
    <main class="admin-screen admin-menu">
      <AdminHead {...view} />
      <AdminPageOf {...view} admin={admin} />
      <AdminEnd {...view} admin={admin} />
    </main>
  )
}

/** What is asked, or what came of the last thing that was done and where one can go. The keys of the search need its place. */
function AdminEnd({ admin, ...view }: AdminMenuProps) {
  const { question, finder, page } = view.model
  if (question.value !== undefined) return <AdminQuestionLine {...view} question={question.value} />
  if (page.value === 'rooms' && finder.keys.areShown.value) return null
  return (
    <>
      <LastWord {...view} admin={admin} />
      <AdminFoot {...view} />
    </>
  )
}

function AdminPageOf({ admin, ...view }: AdminMenuProps) {
  switch (view.model.page.value) {
    case 'bookings':
      return <JudgedBookings {...view} />
    case 'diagnosis':
      return <DiagnosisList {...view} diagnosis={admin.diagnosis} />
    case 'rooms':
      return <RoomListScreen {...view} rooms={admin.rooms} isBusy={admin.roomSetting.kind === 'setting'} />
  }
}

/** The outcome of the last action on this page. */
function LastWord({ admin, ...view }: AdminMenuProps) {
  switch (view.model.page.value) {
    case 'bookings':
      return <VerdictLine {...view} />
    case 'diagnosis':
      return null
    case 'rooms':
      return <RoomSettingLine {...view} setting={admin.roomSetting} />
  }
}
