import type { Words } from '../words/words.ts'

export interface AdminCornerProps {
  readonly words: Words
  readonly onTap: () => void
}

/** Quiet: who needs it knows where it is. The three dots are small, what takes the finger is not. */
export function AdminCorner({ words, onTap }: AdminCornerProps) {
  return (
    <button
      type="button"
      class="admin-corner"
      data-testid="admin"
      aria-label={words.admin.open}
      onClick={onTap}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="4" cy="12" r="2" />
        <circle cx="12" cy="12" r="2" />
        <circle cx="20" cy="12" r="2" />
      </svg>
    </button>
  )
}
