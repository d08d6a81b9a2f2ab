import type { StateColors } from './appearance.ts'

/**
 * The panel's own colours, as in the stylesheet. IT's colours must be distinguishable from those that remain.
 */
export const ownColors: Readonly<Record<keyof StateColors, string>> = {
  free: '#8fe3ae',
  checkIn: '#1b50bd',
  inUse: '#8c1028',
}
