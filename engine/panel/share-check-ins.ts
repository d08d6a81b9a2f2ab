import type { CheckIn } from '../../shared/check-in/check-in.ts'
import { leftAt } from '../../shared/check-in/presence.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import { checkInsOf } from '../../shared/panel/panel.ts'
import type { Cancel } from '../ports.ts'
import type { SharedCheckIn, SharedCheckIns } from '../shared-check-ins.ts'
import type { PanelStore } from './panel-store.ts'

/**
 * Shares this door's check-ins with the room's other doors. Only what is on the disk is told, and what is
 * heard goes to the disk before the screen shows it (law 5). Returns the function that stops it.
 */
export function shareCheckIns(panel: PanelStore, shared: SharedCheckIns): Cancel {
  const tell = (): void => shared.tell(contentOf(panel.current().journal).checkIns.filter(isTapped))
  const hear = (): void => {
    // Of a booking that this door knows to be checked in it knows more: until when it was extended.
    const known = new Set(checkInsOf(panel.current()).flatMap((one) => (isTapped(one) ? one.booking : [])))
    const heard = shared.heard()
    const news = heard.filter(({ booking }) => !known.has(booking))
    if (news.length > 0) panel.apply({ kind: 'presumed', checkIns: news.map(withoutLeaving) })
    for (const { booking, left } of heard)
      if (left !== undefined && leftAt(checkInsOf(panel.current()), booking, left).length > 0)
        panel.apply({ kind: 'left', booking, at: left })
  }
  const stops = [
    panel.onChange(({ kind }) => {
      if (kind === 'journalKept') tell()
    }),
    shared.onNews(() => {
      hear()
      tell()
    }),
  ]
  hear()
  tell()
  return () => stops.forEach((stop) => stop())
}

function withoutLeaving(heard: SharedCheckIn): CheckIn {
  const { left: _, ...checkIn } = heard
  return checkIn
}

const isTapped = ({ isPresumed }: CheckIn): boolean => isPresumed === undefined
