import { type Instant, minutes } from '../../shared/time/time.ts'

/** The steps around a small ring. With each step every letter moves off its pixels. */
const steps = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [-4, 4],
  [-4, 0],
  [-4, -4],
  [0, -4],
  [4, -4],
] as const

const stepEvery = minutes(7)

/**
 * How far the text is moved inside the lit edge, which stands still, against burn-in: as custom properties, in px. Never
 * more than there is beside it; without any animation, for it comes with a minute's change anyway.
 */
export function shiftAt(now: Instant): Readonly<Record<'--shift-x' | '--shift-y', string>> {
  const [x, y] = steps[Math.floor(now / stepEvery) % steps.length] ?? steps[0]
  return { '--shift-x': `${x}px`, '--shift-y': `${y}px` }
}
