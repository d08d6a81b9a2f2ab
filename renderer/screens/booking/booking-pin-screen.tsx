import { Control } from '../../parts/control.tsx'
import type { ActiveView } from '../../view.ts'
import { PinKeys } from '../admin/pin-keys.tsx'

/** The PIN that IT asks for before a booking. */
export function BookingPinScreen({ reserve, language }: ActiveView) {
  const { words } = language
  return (
    <main class="admin-screen pin-screen">
      <section class="pin-said">
        <h1 class="admin-title">{words.admin.enterPin}</h1>
        <p class="pin-word">{words.reserve.book}</p>
        <Control mark="cancel" look="action admin-back" onPress={reserve.cancel}>
          {words.reserve.cancel}
        </Control>
      </section>
      <PinKeys model={reserve.pin} words={words.admin} />
    </main>
  )
}
