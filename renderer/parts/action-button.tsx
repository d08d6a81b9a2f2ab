import type { ComponentChildren } from 'preact'
import { Control, type ControlProps } from './control.tsx'

export interface ActionButtonProps extends Omit<ControlProps, 'look' | 'children'> {
  readonly label: string
  /** Small, under the label. */
  readonly detail?: ComponentChildren
  /** The main action is filled, or the harmless answer to a question: one on a screen. */
  readonly isMain?: boolean
  /** Takes the width that the others leave. */
  readonly isWide?: boolean
}

export function ActionButton({ label, detail, isMain, isWide, ...control }: ActionButtonProps) {
  const look = ['action', isMain && 'action-main', isWide && 'action-wide'].filter(Boolean).join(' ')
  return (
    <Control {...control} look={look}>
      <span>{label}</span>
      {detail && <small>{detail}</small>}
    </Control>
  )
}
