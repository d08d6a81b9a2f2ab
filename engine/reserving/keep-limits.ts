import { limitsReadAgainAfter } from '../../shared/reserving/room-limits.ts'
import { adviceFor } from '../../shared/set-up/advice.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Cancel, Clock, Log } from '../ports.ts'
import type { ReservationCalendar } from '../reservation-calendar.ts'

interface KeepLimitsParts {
  readonly calendar: Pick<ReservationCalendar, 'readLimits'>
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly rulesAt: () => PanelRules
}

/**
 * Reads the company's limits for the room while IT lets the door book: at once when it begins to, once a day, and some
 * time after they were lost. Returns the function that ends this.
 */
export function keepLimits({ calendar, clock, panel, log, rulesAt }: KeepLimitsParts): Cancel {
  let isOn = false
  let failures = 0
  let cancel: Cancel | undefined

  const read = async (): Promise<void> => {
    const answer = await calendar.readLimits()
    if (!isOn) return
    failures = answer.ok ? 0 : failures + 1
    if (!answer.ok)
      log.warn('reservation.limits-failed', { ...answer.error, action: adviceFor(answer.error) })
    panel.apply({
      kind: 'reserving',
      event: answer.ok ? { kind: 'limitsRead', limits: answer.value } : { kind: 'limitsLost' },
    })
    readLater()
  }
  const readLater = (): void => {
    cancel?.()
    cancel = clock.after(limitsReadAgainAfter(failures), () => void read())
  }
  /** The app was denied a step of a booking. */
  const lost = (): void => {
    if (!isOn || failures > 0) return
    failures = 1
    readLater()
  }
  const turn = (isWanted: boolean): void => {
    if (isWanted === isOn) return
    isOn = isWanted
    failures = 0
    cancel?.()
    if (isOn) void read()
  }

  const stopFollowing = panel.onChange((event) => {
    if (event.kind === 'rulesChanged') turn(rulesAt().booking.who !== 'off')
    if (event.kind === 'reserving' && event.event.kind === 'limitsLost') lost()
  })
  turn(rulesAt().booking.who !== 'off')
  return () => {
    stopFollowing()
    turn(false)
  }
}
