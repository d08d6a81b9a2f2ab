import { type PinRefusal, waitAfter, wrongIfUnknown } from '../../shared/admin/pin-pad.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { enterInAudit } from '../actions/enter-in-audit.ts'
import type { Audit } from '../audit.ts'
import type { Clock, Log } from '../ports.ts'
import type { AdminPin, IsPin, PinTries, TryPin } from '../secrets.ts'

/**
 * Prevents guessing a PIN by growing waits. The waits use only the monotonic clock, so setting the tablet's
 * clock does not shorten them, and a wait begins again when the program restarts.
 */
export interface PinLockOut {
  /** The time until the next try, ms, or why no PIN can be tried. */
  readonly left: () => Promise<Result<number, PinRefusal>>
  readonly attempt: TryPin
}

export interface PinLockOutParts {
  readonly clock: Pick<Clock, 'elapsed' | 'now'>
  readonly log: Log
  readonly pin: AdminPin
  readonly tries: PinTries
  readonly audit: Audit
}

interface Count {
  /** Wrong PINs in a row. */
  readonly wrong: number
  /** When the next try is allowed, by `clock.elapsed`. */
  readonly opensAt: number
}

/** Starts reading the stored number of tries at once. */
export function createPinLockOut(parts: PinLockOutParts): PinLockOut {
  const { clock, log, pin, tries } = parts
  let count: Count | undefined
  const countFrom = (wrong: number): Count => ({ wrong, opensAt: clock.elapsed() + waitAfter(wrong) })

  const read = async (): Promise<void> => {
    const kept = await tries.read()
    if (!kept.ok) return log.error('admin.tries-unreadable', { cause: kept.error })
    if (kept.value === 'spoilt') log.error('admin.tries-set-aside')
    count ??= countFrom(kept.value === 'spoilt' ? wrongIfUnknown : kept.value)
  }
  const known = async (): Promise<Count | undefined> => {
    await firstReading
    if (count === undefined) await read()
    return count
  }
  const keep = async (wrong: number): Promise<boolean> => {
    const written = await tries.write(wrong)
    if (!written.ok) log.error('admin.tries-not-kept', { cause: written.error })
    return written.ok
  }
  const ready = async (): Promise<Result<{ readonly isPin: IsPin; readonly count: Count }, PinRefusal>> => {
    const counted = await known()
    if (counted === undefined) return err('triesNotKept')
    const kept = await pin.read()
    return kept.ok ? ok({ isPin: kept.value, count: counted }) : err(refusals[kept.error])
  }
  const firstReading = read()

  return {
    async left() {
      const found = await ready()
      return found.ok ? ok(Math.max(found.value.count.opensAt - clock.elapsed(), 0)) : found
    },
    async attempt(digits) {
      const found = await ready()
      if (!found.ok) return found
      const { isPin, count: before } = found.value
      if (before.opensAt > clock.elapsed()) return ok(false)
      // Counted before it is compared, so that cutting the power in between uses up a try.
      const wrong = before.wrong + 1
      if (!(await keep(wrong))) return err('triesNotKept')
      const isRight = await isPin(digits)
      count = countFrom(isRight ? 0 : wrong)
      if (isRight) await keep(0)
      else log.warn('admin.pin-wrong', { inARow: wrong, waits: waitAfter(wrong) })
      await enterInAudit(parts, isRight ? { kind: 'pin', isRight } : { kind: 'pin', isRight, inARow: wrong })
      return ok(isRight)
    },
  }
}

const refusals = {
  missing: 'pinMissing',
  locked: 'keyringLocked',
  timedOut: 'keyringTimedOut',
  unavailable: 'keyringUnavailable',
  unreadable: 'pinUnreadable',
} as const satisfies Record<string, PinRefusal>
