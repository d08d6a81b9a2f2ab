import type { AdminPage } from '../../model/admin-model.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { Control } from '../../parts/control.tsx'
import type { AdminView } from './admin-view.ts'

/** The pages, each in the same place on all of them, and the ways out. */
export function AdminFoot({ model, language }: AdminView) {
  const words = language.words.admin
  const tab = (page: AdminPage, mark: string, label: string, onPress: () => void) => (
    <Control mark={mark} look="admin-tab" isChosen={model.page.value === page} onPress={onPress}>
      {label}
    </Control>
  )
  return (
    <div class="admin-foot">
      <nav class="admin-tabs">
        {tab('bookings', 'admin-bookings', words.bookings, model.showBookings)}
        {tab('diagnosis', 'admin-diagnose', words.diagnose, model.diagnose)}
        {tab('rooms', 'admin-rooms', words.rooms.action, model.showRooms)}
      </nav>
      <ActionButton
        mark="admin-leave-kiosk"
        label={words.leaveKiosk}
        onPress={() => model.ask({ kind: 'leaveKiosk' })}
      />
      <ActionButton mark="admin-leave" label={words.back} onPress={model.leave} isMain />
    </div>
  )
}
