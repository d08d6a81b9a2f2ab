import type { Admin } from '../../../shared/admin/admin.ts'
import { AdminMenu } from './admin-menu.tsx'
import type { AdminView } from './admin-view.ts'
import { PinScreen } from './pin-screen.tsx'

export interface AdminScreenProps extends AdminView {
  readonly admin: Exclude<Admin, { kind: 'none' }>
}

/** Takes the door's place until the administrator goes back, or the screen was not touched for a minute. */
export function AdminScreen({ admin, ...view }: AdminScreenProps) {
  return admin.kind === 'asked' ? (
    <PinScreen {...view} pad={admin.pad} />
  ) : (
    <AdminMenu {...view} admin={admin} />
  )
}
