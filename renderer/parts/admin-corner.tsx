import type { Words } from '../../shared/languages/words.ts'
import { Control } from './control.tsx'

export interface AdminCornerProps {
  readonly words: Words
  readonly onPress: () => void
}

/**
 * The inconspicuous way to the administrator's menu: administrators know where it is. The three dots are
 * small, the area that takes the finger is not.
 */
export function AdminCorner({ words, onPress }: AdminCornerProps) {
  return (
    <Control mark="admin" look="admin-corner" label={words.admin.open} onPress={onPress}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="4" cy="12" r="2" />
        <circle cx="12" cy="12" r="2" />
        <circle cx="20" cy="12" r="2" />
      </svg>
    </Control>
  )
}
