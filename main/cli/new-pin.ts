import * as v from 'valibot'
import { pinPattern } from '../../shared/admin/pin-pad.ts'

/** A PIN that is accepted as a new one. A PIN that was stored before this rule still opens the menu. */
export const newPin = v.pipe(
  v.string(),
  v.check((pin) => pinPattern.test(pin) && isHardToGuess(pin)),
)

export const newPinRule =
  'adminPin must be 4 to 12 digits, as text: three different ones at least, and no series such as 1234 or 8642'

/**
 * Refuses the PINs that a visitor would try first: few digits (1111, 1212), or the same step from each digit
 * to the next (1234, 8642).
 */
function isHardToGuess(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10)
  return new Set(digits).size > 2 && new Set(steps).size > 1
}
