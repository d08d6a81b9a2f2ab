import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { Line } from '../../engine/line/line.ts'
import type { Clock } from '../../engine/ports.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'
import type { BrokerAdminProblem } from './broker-admin.ts'

/** A command of the plugin, by the names in its documents: https://mosquitto.org/documentation/dynamic-security/ */
export interface PluginCommand {
  readonly command: string
  readonly [parameter: string]: unknown
}

/** The plugin's answer to one command. */
export type Answered = v.InferOutput<typeof answered>

/** Has the plugin carry out commands, one after the other, and resolves to its answers in the same order. */
export type PluginControl = (
  commands: readonly PluginCommand[],
) => Promise<Result<readonly Answered[], BrokerAdminProblem>>

const topic = '$CONTROL/dynamic-security/v1'
/** It takes milliseconds, and has to hash passwords. */
const patience = seconds(5)

const answered = v.object({
  command: v.string(),
  correlationData: v.optional(v.string()),
  /** In words, without a code. */
  error: v.optional(v.string()),
  /** The subject of a question. */
  data: v.optional(v.unknown()),
})
const answers = v.pipe(v.string(), v.parseJson(), v.object({ responses: v.array(answered) }))

/** Asks over the line. The broker takes a request before it has done anything, so that only its answer counts. */
export function createPluginControl(line: Line, clock: Pick<Clock, 'after'>): PluginControl {
  const waiting = new Map<string, (answered: Awaited<ReturnType<PluginControl>>) => void>()
  line.subscribe(`${topic}/response`, ({ payload }) => {
    const parsed = v.safeParse(answers, payload)
    // An answer to another client, or no answer. A waiting question ends by its own time limit.
    if (!parsed.success) return
    const { responses } = parsed.output
    waiting.get(responses[0]?.correlationData ?? '')?.(ok(responses))
  })
  line.onConnection(() => {
    for (const settle of waiting.values()) settle(unreachable('the connection was lost'))
  })
  const answerTo = (id: string): ReturnType<PluginControl> =>
    new Promise((resolve) => {
      const cancel = clock.after(patience, () => settle(unreachable('no answer')))
      const settle = (answered: Awaited<ReturnType<PluginControl>>): void => {
        waiting.delete(id)
        cancel()
        resolve(answered)
      }
      waiting.set(id, settle)
    })
  return async (commands) => {
    const id = randomUUID()
    const payload = JSON.stringify({ commands: commands.map((one) => ({ ...one, correlationData: id })) })
    const answer = answerTo(id)
    const published = await line.publish({ topic, payload, qos: 1, retain: false })
    if (published === 'offline') waiting.get(id)?.(unreachable(published))
    if (published === 'refused') waiting.get(id)?.(err({ code: 'refused', cause: 'not an administrator' }))
    return answer
  }
}

const unreachable = (cause: string) => err({ code: 'unreachable' as const, cause })
