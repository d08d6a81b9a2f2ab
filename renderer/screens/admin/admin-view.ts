import type { AdminModel } from '../../model/admin-model.ts'
import type { View } from '../../view.ts'

/** What an administrator's screens are a function of, and what can be done on them. */
export interface AdminView extends View {
  readonly model: AdminModel
}
