import type { CheckIn } from '../../shared/check-in/check-in.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import { checkInsOf } from '../../shared/panel/panel.ts'
import type { Cancel } from '../ports.ts'
import type { SharedCheckIns } from '../shared-check-ins.ts'
import type { PanelStore } from './panel-store.ts'

/**
 * Shares this door's check-ins with the room's other doors. Only what is on the disk is told, and what is
 * heard goes to the disk before the screen shows it (law 5). Returns the function that stops it.
 */
export function shareCheckIns(panel: PanelStore, shared: SharedCheckIns): Cancel {
  const tell = (): void => shared.tell(contentOf(panel.current().journal).checkIns.filter(isTapped))
  const hear = (): void => {
    // Of a booking that this door knows to be checked in it knows more: when its people left.
    const known = new Set(checkInsOf(panel.current()).flatMap((one) => (isTapped(one) ? one.booking : [])))
    const news = shared.heard().filter(({ booking }) => !known.has(booking))
    if (news.length > 0) panel.apply({ kind: 'presumed', checkIns: news })
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

const isTapped = ({ isPresumed }: CheckIn): boolean => isPresumed === undefined
