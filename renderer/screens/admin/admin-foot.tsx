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
          <ActionButton mark="admin-diagnose" label={words.diagnose} onTap={model.diagnose} />
          <ActionButton mark="admin-rooms" label={words.rooms.action} onTap={model.showRooms} />
        </>
      ) : (
        <ActionButton mark="admin-bookings" label={words.title} onTap={model.showBookings} />
      )}
      {page !== 'rooms' && (
        <ActionButton
          mark="admin-leave-kiosk"
          label={words.leaveKiosk}
          onTap={() => model.ask({ kind: 'leaveKiosk' })}
        />
      )}
      <ActionButton mark="admin-leave" label={words.back} onTap={model.leave} isMain />
    </div>
  )
}
