import { execFile } from 'node:child_process'
import type { Clock, Log, Supervisor } from '../../../engine/ports.ts'
import { seconds } from '../../../shared/time/time.ts'

export interface SystemdParts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Log
}

/** If a note takes longer than this, systemd is not listening. */
const noteLimit = seconds(5)

/**
 * systemd as the service's supervisor:
 * https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html. Notes are sent by systemd's own
 * command, because Node has no Unix datagram sockets; the unit therefore needs `NotifyAccess=all`.
 * `WATCHDOG_PID` is not checked: the service itself starts the panel, so the watchdog means this process.
 */
export function createSystemd({ environment, clock, log }: SystemdParts): Supervisor {
  if (environment['NOTIFY_SOCKET'] === undefined) return { patience: undefined, isAlive: () => undefined }
  const microseconds = Number(environment['WATCHDOG_USEC'])
  const patience = microseconds > 0 ? microseconds / 1000 : undefined
  // Each note starts a process, and the page may answer every few seconds.
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
