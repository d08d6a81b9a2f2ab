import type { AdminEvent } from '../../shared/admin/admin.ts'
import { leavesAfter, type PinPad } from '../../shared/admin/pin-pad.ts'
import { plus } from '../../shared/time/time.ts'
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
  let stopLockOut: Cancel | undefined

  const admin = () => panel.current().admin
  const tell = (event: AdminEvent): void => panel.apply({ kind: 'admin', event })
  const showPad = (pad: PinPad): void => tell({ kind: 'padShown', pad })

  const leave = (): void => {
    visit += 1
    stopWaiting?.()
    stopLockOut?.()
    if (admin().kind !== 'none') tell({ kind: 'left' })
  }
  const waitForTouch = (): void => {
    stopWaiting?.()
    stopWaiting = clock.after(leavesAfter, leave)
  }
  const showKeys = async (mine: number, wasWrong: boolean): Promise<void> => {
    const left = await lockOut.left()
    if (mine !== visit) return
    if (!left.ok) return showPad({ kind: 'closed', reason: left.error })
    if (left.value === 0) return showPad({ kind: 'ready', wasWrong })
    showPad({ kind: 'lockedOut', until: plus(clock.now(), left.value) })
    stopLockOut?.()
    stopLockOut = clock.after(left.value, () => void showKeys(mine, false))
  }
  const check = async (mine: number, pin: string): Promise<void> => {
    const attempt = await lockOut.attempt(pin)
    if (mine !== visit) return
    if (!attempt.ok) return showPad({ kind: 'closed', reason: attempt.error })
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
