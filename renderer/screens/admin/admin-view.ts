import type { AdminModel } from '../../model/admin-model.ts'
import type { View } from '../../view.ts'

/** The input of the administrator's screens: the view, and the actions. */
export interface AdminView extends View {
  readonly model: AdminModel
}
