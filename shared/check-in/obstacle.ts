/**
 * Why people at the door can't see the page, or can't touch it (law 2b):
 * - `covered`: another window lies over a part of the page, possibly a transparent one that catches touches
 * - `unmapped`: the page's window is not on the screen
 * - `dark`: the display is off, asleep, or shows another console
 * - `noTouch`: the tablet has no pointing device, or its touch screen has disappeared
 * - `unasked`: the display does not answer
 */
export type Obstacle = 'covered' | 'unmapped' | 'dark' | 'noTouch' | 'unasked'

/** A display at one moment, by its own pixels. */
export interface DisplayState {
  /** The page's window; undefined while it is not on the screen. */
  readonly window?: Area
  /** The windows above the page's, which people would see or touch first. */
  readonly above: readonly Area[]
  /** The displays that show our screen. One that is asleep, or shows another console, is not among them. */
  readonly lit: readonly Area[]
  readonly touchScreens: number
  /** Pointing devices other than touch screens, such as a mouse. */
  readonly otherPointers: number
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The first obstacle that is found; undefined if people can see and touch the page. `touchScreensSeen` is the
 * most touch screens that the panel has seen at once. If one of them has disappeared, people can't touch the
 * door, even with a mouse connected.
 */
export function obstacleIn(
  { window, above, lit, touchScreens, otherPointers }: DisplayState,
  touchScreensSeen: number,
): Obstacle | undefined {
  if (window === undefined) return 'unmapped'
  if (!isLit(window, lit)) return 'dark'
  if (above.some((other) => overlap(window, other))) return 'covered'
  if (touchScreens < touchScreensSeen || touchScreens + otherPointers === 0) return 'noTouch'
  return undefined
}

/** The display that shows the page, out of several. */
export const screenUnder = ({ window, lit }: Pick<DisplayState, 'window' | 'lit'>): Area | undefined =>
  window && lit.find((area) => isLit(window, [area]))

/** A window that covers a display may hang a row over its edge, px. */
const overhang = 2

/**
 * Tests the corners and the middle: displays are rectangles, and a window lies on one of them or on
 * neighbours.
 */
const isLit = ({ x, y, width, height }: Area, lit: readonly Area[]): boolean =>
  [
    [x + overhang, y + overhang],
    [x + width - 1 - overhang, y + overhang],
    [x + overhang, y + height - 1 - overhang],
    [x + width - 1 - overhang, y + height - 1 - overhang],
    [x + width / 2, y + height / 2],
  ].every(([left = 0, top = 0]) => lit.some((area) => containsPoint(area, left, top)))

const containsPoint = ({ x, y, width, height }: Area, left: number, top: number): boolean =>
  left >= x && left < x + width && top >= y && top < y + height

const overlap = (one: Area, other: Area): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
