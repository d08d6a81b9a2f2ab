import type { AdminEvent } from '../../shared/admin/admin.ts'
import { leavesAfter, type PinPad, type PinRefusal } from '../../shared/admin/pin-pad.ts'
import type { Result } from '../../shared/result.ts'
import { type Instant, plus, seconds } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Cancel, Clock, Log } from '../ports.ts'
import type { PinLockOut } from './pin-lock-out.ts'

/**
 * The administrator's session. It opens by the PIN, and closes on request or after a minute without a touch.
 */
export interface AdminSession {
  /** A person asks for the administrator's menu: shows the PIN pad, or why it accepts no PIN. */
  readonly requestPin: () => Promise<void>
  readonly enterPin: (pin: string) => Promise<void>
  /** To call at each touch of the screen. */
  readonly touch: () => void
  readonly leave: () => void
  readonly isOpen: () => boolean
}

export interface AdminSessionParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly lockOut: PinLockOut
}

export function createAdminSession({ clock, panel, log, lockOut }: AdminSessionParts): AdminSession {
  /** Increases with each visit, so that a PIN entered in one visit can't open the next one. */
  let visit = 0
  let checking = Promise.resolve()
  let stopWaiting: Cancel | undefined
  let stopPause: Cancel | undefined

  const admin = () => panel.current().admin
  const tell = (event: AdminEvent): void => panel.apply({ kind: 'admin', event })
  const showPad = (pad: PinPad): void => tell({ kind: 'padShown', pad })

  const leave = (): void => {
    visit += 1
    stopWaiting?.()
    stopPause?.()
    if (admin().kind !== 'none') tell({ kind: 'left' })
  }
  const waitForTouch = (): void => {
    stopWaiting?.()
    stopWaiting = clock.after(leavesAfter, leave)
  }
  const showKeys = async (mine: number, wasWrong: boolean): Promise<void> =>
    showAnswer(mine, await lockOut.left(), wasWrong)
  const showAnswer = (mine: number, left: Result<number, PinRefusal>, wasWrong = false): void => {
    if (mine !== visit) return
    showPad(padFor(left, wasWrong, clock.now()))
    stopPause?.()
    const pause = pauseAfter(left)
    if (pause > 0) stopPause = clock.after(pause, () => void showKeys(mine, false))
  }
  const check = async (mine: number, pin: string): Promise<void> => {
    const attempt = await lockOut.attempt(pin)
    if (!attempt.ok) return showAnswer(mine, attempt)
    if (mine !== visit) return
    if (!attempt.value) return showKeys(mine, true)
    log.info('admin.opened')
    tell({ kind: 'opened' })
  }

  clock.onLeap(() => {
    const now = admin()
    if (now.kind === 'asked' && now.pad.kind === 'lockedOut') void showKeys(visit, false)
  })

  return {
    async requestPin() {
      if (admin().kind === 'open') return
      const mine = (visit += 1)
      tell({ kind: 'knocked' })
      waitForTouch()
      // The PIN of an earlier visit is still being checked.
      await checking
      await showKeys(mine, false)
    },
    async enterPin(pin) {
      const now = admin()
      if (now.kind !== 'asked' || now.pad.kind !== 'ready') return log.warn('admin.pin-not-asked-for')
      showPad({ kind: 'checking' })
      checking = check(visit, pin)
      await checking
    },
    touch: () => (admin().kind === 'none' ? undefined : waitForTouch()),
    leave,
    isOpen: () => admin().kind === 'open',
  }
}

/** The pad for a person who may try after this time, ms, or not at all. */
function padFor(left: Result<number, PinRefusal>, wasWrong: boolean, now: Instant): PinPad {
  if (!left.ok) return { kind: 'closed', reason: left.error }
  return left.value === 0 ? { kind: 'ready', wasWrong } : { kind: 'lockedOut', until: plus(now, left.value) }
}

/** When to look again by itself, ms: after the wait, or soon for a keyring that did not answer in time; else 0. */
function pauseAfter(left: Result<number, PinRefusal>): number {
  if (left.ok) return left.value
  return left.error === 'keyringTimedOut' ? seconds(2) : 0
}
