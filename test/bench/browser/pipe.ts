import type { Readable, Writable } from 'node:stream'
import * as v from 'valibot'

/**
 * Chromium's own protocol over the two pipes of `--remote-debugging-pipe`: no driver lies between the bench
 * and the browser, no port is open, and only requested events are recorded.
 * https://chromedevtools.github.io/devtools-protocol/
 */
export interface Pipe {
  /** Resolves with the result; rejects with what the browser says is wrong, or when it ends. */
  readonly send: (method: string, params?: object, session?: string) => Promise<unknown>
  /** Gives back how to stop. */
  readonly on: (method: string, hear: (params: unknown, session: string | undefined) => void) => () => void
}

const messageSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.optional(v.number()),
    method: v.optional(v.string()),
    sessionId: v.optional(v.string()),
    params: v.optional(v.unknown()),
    result: v.optional(v.unknown()),
    error: v.optional(v.object({ message: v.string() })),
  }),
)

interface Asked {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Messages end with a zero byte in both directions. */
const end = '\0'

export function openPipe(toBrowser: Writable, fromBrowser: Readable): Pipe {
  const asked = new Map<number, Asked>()
  const listeners = new Map<string, Set<(params: unknown, session: string | undefined) => void>>()
  let lastId = 0
  let rest = ''
  let isClosed = false

  const take = (text: string): void => {
    const { id, method, sessionId, params, result, error } = v.parse(messageSchema, text)
    if (method !== undefined) for (const hear of listeners.get(method) ?? []) hear(params, sessionId)
    const question = id === undefined ? undefined : asked.get(id)
    if (id === undefined || question === undefined) return
    asked.delete(id)
    if (error === undefined) question.resolve(result)
    else question.reject(new Error(`${question.method}: ${error.message}`))
  }
  fromBrowser.setEncoding('utf8').on('data', (part: string) => {
    const messages = (rest + part).split(end)
    rest = messages.pop() ?? ''
    for (const message of messages) take(message)
  })
  fromBrowser.on('close', () => {
    isClosed = true
    for (const { method, reject } of asked.values()) reject(new Error(`The browser ended before ${method}`))
    asked.clear()
  })
  // A browser that ends closes its end, and what was being written with it; the answers above say so.
  toBrowser.on('error', () => undefined)

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error(`The browser ended before ${method}`))
        lastId += 1
        asked.set(lastId, { method, resolve, reject })
        toBrowser.write(JSON.stringify({ id: lastId, method, params, sessionId }) + end)
      }),
    on: (method, hear) => {
      const those = listeners.get(method) ?? new Set()
      listeners.set(method, those.add(hear))
      return () => those.delete(hear)
    },
  }
}
