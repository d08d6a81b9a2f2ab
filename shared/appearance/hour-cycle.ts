/** How many hours the clock at a door has: `1:26 PM` or `13:26`. */
export const hourCycles = [12, 24] as const

export type HourCycle = (typeof hourCycles)[number]
