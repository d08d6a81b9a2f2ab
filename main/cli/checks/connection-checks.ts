import { asking, type CalendarCalls } from './calendar-calls.ts'
import { type Check, failedCall, fine, skipped } from './check.ts'

/** Whether the calendar's host answers, and proves its name by its certificate: one request shows both. */
export const connectionChecks = (
  calls: CalendarCalls | undefined,
  needs: readonly string[],
): readonly Check[] => [
  {
    name: 'connection',
    needs,
    look: asking(calls, async ({ reach }) => {
      const answer = await reach()
      return answer.ok || answer.error.network === 'tlsFailed' ? fine() : failedCall(answer.error)
    }),
  },
  {
    name: 'TLS',
    needs: ['connection'],
    look: asking(calls, async ({ configuration, reach }) => {
      if (!configuration.feishu.origin.startsWith('https:'))
        return skipped('feishu.origin is on this machine')
      const answer = await reach()
      return answer.ok ? fine() : failedCall(answer.error)
    }),
  },
]
