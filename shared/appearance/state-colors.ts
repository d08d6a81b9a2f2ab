import type { StateColors } from './appearance.ts'

/** The panel's own, as they stand in the stylesheet: what IT chooses has to be told apart from those that stay. */
export const ownColors: Readonly<Record<keyof StateColors, string>> = {
  free: '#8fe3ae',
  checkIn: '#1b50bd',
  inUse: '#8c1028',
}
