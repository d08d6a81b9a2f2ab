import { execFile } from 'node:child_process'
import type { Clock, Log, Supervisor } from '../../../engine/ports.ts'
import { seconds } from '../../../shared/time/time.ts'

export interface SystemdParts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Log
}

/** Longer than that and systemd is not listening. */
const noteLimit = seconds(5)

/**
 * systemd as it looks after a service: https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html. Its notes go
 * through its own command, for Node has no datagrams on Unix sockets; so `NotifyAccess=all` has to be set. `WATCHDOG_PID` says
 * who else may not be meant, which a panel that was started by the service itself needn't ask.
 */
export function createSystemd({ environment, clock, log }: SystemdParts): Supervisor {
  if (environment['NOTIFY_SOCKET'] === undefined) return { patience: undefined, isAlive: () => undefined }
  const microseconds = Number(environment['WATCHDOG_USEC'])
  const patience = microseconds > 0 ? microseconds / 1000 : undefined
  // A note costs a process, and the page answers every few seconds at times.
  const betweenNotes = patience === undefined ? Number.POSITIVE_INFINITY : patience / 6
  let told: number | undefined
  return {
    patience,
    isAlive() {
      const now = clock.elapsed()
      if (told !== undefined && now - told < betweenNotes) return
      const note = told === undefined ? ['READY=1', 'WATCHDOG=1'] : ['WATCHDOG=1']
      told = now
      execFile('systemd-notify', note, { env: environment, timeout: noteLimit }, (cause) => {
        if (cause) log.warn('systemd.not-told', { cause })
      })
    },
  }
}
