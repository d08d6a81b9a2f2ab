import type { HourCycle } from './hour-cycle.ts'
import type { Occupancy } from '../occupancy/occupancy.ts'

/** The look that IT chose for the door, and whether it is time to dim it. */
export interface Look {
  readonly theme: 'light' | 'dark'
  /** Without it each language has the clock that it is used to. */
  readonly hourCycle?: HourCycle | undefined
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
  /** The page dims itself, unless the screen was just touched. */
  readonly isDimmed: boolean
}

export const plainLook: Look = {
  theme: 'dark',
  colors: {},
  hasLogo: false,
  hasBackground: false,
  isQuiet: false,
}

/**
 * The door's appearance at one moment. Only an empty room's door is dimmed: before and during a meeting the
 * first tap must do what its button says.
 */
export const appearanceOf = (
  { theme, hourCycle, colors, hasLogo, hasBackground, isQuiet }: Look,
  { kind }: Occupancy,
  checkIns: number,
): Appearance => ({
  theme,
  hourCycle,
  colors,
  hasLogo,
  hasBackground,
  isDimmed: isQuiet && checkIns === 0 && !isAboutMeeting(kind),
})

const isAboutMeeting = (kind: Occupancy['kind']): boolean =>
  kind === 'inUse' || kind === 'awaitingCheckIn' || kind === 'checkInOpen'
