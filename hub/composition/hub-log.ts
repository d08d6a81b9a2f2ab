import type { Clock, Log } from '../../engine/ports.ts'
import { redacted } from '../../main/adapters/log/redacted.ts'
import { linesTo } from '../../main/adapters/log/terminal.ts'

/** Lines of JSON on standard output, which systemd keeps. */
export function createHubLog(clock: Pick<Clock, 'now'>): Log {
  const say = linesTo(process.stdout)
  const writing =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (event, facts) =>
      say(
        JSON.stringify({
          level,
          time: new Date(clock.now()).toISOString(),
          event,
          ...(facts && { facts: redacted(facts) }),
        }),
      )
  return { info: writing('info'), warn: writing('warn'), error: writing('error') }
}
