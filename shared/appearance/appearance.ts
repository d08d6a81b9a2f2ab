import type { Occupancy } from '../occupancy/occupancy.ts'

/** What IT chose of the look of the door, and whether it is the time of day for it to be dimmed. */
export interface Look {
  readonly theme: 'light' | 'dark'
  readonly colors: StateColors
  readonly hasLogo: boolean
  readonly hasBackground: boolean
  /** Outside office hours, if IT wants the screen dimmed then. */
  readonly isQuiet: boolean
}

/** Colours as `#rrggbb` in place of the panel's own, for the states in which a brand may want them. */
export interface StateColors {
  readonly free?: string | undefined
  readonly checkIn?: string | undefined
  readonly inUse?: string | undefined
}

/** The look of the door at one moment. */
export interface Appearance extends Omit<Look, 'isQuiet'> {
  /** The page dims itself, unless somebody has just touched it. */
  readonly isDimmed: boolean
}

export const plainLook: Look = {
  theme: 'dark',
  colors: {},
  hasLogo: false,
  hasBackground: false,
  isQuiet: false,
}

/** Only an empty room sleeps: while a meeting runs or is about to, one tap does what it says. */
export const appearanceOf = (
  { theme, colors, hasLogo, hasBackground, isQuiet }: Look,
  { kind }: Occupancy,
  checkIns: number,
): Appearance => ({
  theme,
  colors,
  hasLogo,
  hasBackground,
  isDimmed: isQuiet && checkIns === 0 && !isAboutMeeting(kind),
})

const isAboutMeeting = (kind: Occupancy['kind']): boolean =>
  kind === 'inUse' || kind === 'awaitingCheckIn' || kind === 'checkInOpen'
