import * as v from 'valibot'
import type { OrderKind } from '../shared/line/door-messages.ts'
import { err, ok, type Result } from '../shared/result.ts'

/** What the hub is asked for besides the doors. The error is the hub's own name of it, or `unreachable`. */
export interface Hub {
  readonly session: () => Promise<Result<Session, string>>
  readonly order: (door: string, kind: OrderKind) => Promise<Result<Answer, string>>
}

/** What a door answers to an order. `picture` is a URL of this page's. */
export type Answer =
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'restarting' }

const sessionSchema = v.object({ name: v.optional(v.string()) })
export type Session = v.InferOutput<typeof sessionSchema>

const answerSchema = v.variant('kind', [
  v.object({ kind: v.literal('lines'), lines: v.array(v.string()) }),
  v.object({ kind: v.literal('restarting') }),
])
const refusalSchema = v.object({ error: v.string() })

export const hub: Hub = {
  session: async () => parsed(sessionSchema, await ask('api/session', 'GET')),
  order: async (door, kind) => {
    const answer = await ask(`api/doors/${door}/orders/${kind}`, 'POST')
    if (answer?.headers.get('content-type') !== 'image/jpeg') return parsed(answerSchema, answer)
    return ok({ kind: 'picture', url: URL.createObjectURL(await answer.blob()) })
  },
}

/** Undefined if there is no answer. The header says that this page asks. */
const ask = (url: string, method: 'GET' | 'POST'): Promise<Response | undefined> =>
  fetch(url, { method, headers: { 'x-room-panel': 'console' } }).catch(() => undefined)

async function parsed<Output>(
  schema: v.GenericSchema<unknown, Output>,
  answer: Response | undefined,
): Promise<Result<Output, string>> {
  const body: unknown = await answer?.json().catch(() => undefined)
  if (answer === undefined) return err('unreachable')
  if (!answer.ok) return err(v.is(refusalSchema, body) ? body.error : 'unreachable')
  const read = v.safeParse(schema, body)
  return read.success ? ok(read.output) : err('unreachable')
}
