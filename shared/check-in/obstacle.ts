/**
 * What keeps people at the door from seeing the page, or from touching it (law 2b):
 * - `covered`: another window lies over a part of it, be it one that only catches touches
 * - `unmapped`: its window is not on the screen
 * - `dark`: the display is off, asleep, or shows something else
 * - `noTouch`: there is nothing to point with, or the touch screen that was there is gone
 * - `unasked`: the display does not answer
 */
export type Obstacle = 'covered' | 'unmapped' | 'dark' | 'noTouch' | 'unasked'

/** A display at one moment, by its own pixels. */
export interface DisplayState {
  /** Where the page's window is; left out while it is not on the screen. */
  readonly window?: Area
  /** The windows that people would see, or touch, before it. */
  readonly above: readonly Area[]
  /** What is asleep, or shows another console, shines nowhere. */
  readonly lit: readonly Area[]
  readonly touchScreens: number
  /** Anything else to point with, such as a mouse. */
  readonly otherPointers: number
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** `touchScreensSeen`: how many there have been at once. One that was there is what people touch, mouse or no mouse. */
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

/** The screen of several that the page is on. */
export const screenUnder = ({ window, lit }: Pick<DisplayState, 'window' | 'lit'>): Area | undefined =>
  window && lit.find((area) => isLit(window, [area]))

/** A window that covers a display may hang a row over its edge, px. */
const overhang = 2

/** By its corners and its middle: displays are rectangles, and a window is on one of them or on neighbours. */
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
