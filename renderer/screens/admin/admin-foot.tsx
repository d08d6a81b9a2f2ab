import { ActionButton } from '../../parts/action-button.tsx'
import type { AdminView } from './admin-view.ts'

/** The ways to the other pages and out. */
export function AdminFoot({ model, language }: AdminView) {
  const words = language.words.admin
  const page = model.page.value
  return (
    <div class="admin-foot">
      {page === 'bookings' ? (
        <>
          <ActionButton mark="admin-diagnose" label={words.diagnose} onPress={model.diagnose} />
          <ActionButton mark="admin-rooms" label={words.rooms.action} onPress={model.showRooms} />
        </>
      ) : (
        <ActionButton mark="admin-bookings" label={words.title} onPress={model.showBookings} />
      )}
      {page !== 'rooms' && (
        <ActionButton
          mark="admin-leave-kiosk"
          label={words.leaveKiosk}
          onPress={() => model.ask({ kind: 'leaveKiosk' })}
        />
      )}
      <ActionButton mark="admin-leave" label={words.back} onPress={model.leave} isMain />
    </div>
  )
}
