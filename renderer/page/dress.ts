import type { StateColors } from '../../shared/appearance/appearance.ts'
import { inkOn } from '../../shared/appearance/contrast.ts'
import type { Locale } from '../../shared/languages/locales.ts'
import type { Words } from '../../shared/languages/words.ts'
import type { Occupancy } from '../../shared/occupancy/occupancy.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'

export interface Dress {
  readonly snapshot: Snapshot | undefined
  readonly locale: Locale | undefined
  readonly direction: Words['direction'] | undefined
  readonly isDimmed: boolean
  /** A check-in was just made: for a moment the door keeps the check-in's colour. */
  readonly isMoment: boolean
}

/** Which of IT's colours a state has, if IT chose one for it. */
const colorOf: Readonly<Partial<Record<Occupancy['kind'], keyof StateColors>>> = {
  free: 'free',
  checkInOpen: 'checkIn',
  awaitingCheckIn: 'checkIn',
  inUse: 'inUse',
}

const groundUnder = { '#ffffff': 'dark', '#000000': 'light' } as const

/** Writes language, theme and IT's own colours on the root, where the stylesheet finds them. */
export function dress(
  root: HTMLElement,
  { snapshot, locale, direction = 'ltr', isDimmed, isMoment }: Dress,
): void {
  if (snapshot === undefined || locale === undefined) return
  const { appearance, occupancy } = snapshot
  root.lang = locale
  root.dir = direction
  root.dataset['theme'] = appearance.theme
  root.dataset['dimmed'] = String(isDimmed)
  root.dataset['moment'] = String(isMoment)
  const state = isMoment ? 'checkIn' : colorOf[occupancy.kind]
  const slab = state && !isDimmed ? appearance.colors[state] : undefined
  const ink = slab === undefined ? undefined : inkOn(slab)
  // The stylesheet must know in which direction a background picture may change the slab's brightness.
  root.dataset['branded'] = ink === undefined ? '' : groundUnder[ink]
  const free = isDimmed ? undefined : appearance.colors.free
  root.dataset['ownFree'] = String(free !== undefined)
  setOrRemove(root, '--own-free', free)
  setOrRemove(root, '--own-slab', slab)
  setOrRemove(root, '--own-ink', ink)
}

function setOrRemove({ style }: HTMLElement, property: string, value: string | undefined): void {
  if (value === undefined) style.removeProperty(property)
  else style.setProperty(property, value)
}
