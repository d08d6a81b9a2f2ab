import * as v from 'valibot'
import type { Pipe } from './pipe.ts'

/** The one page of a browser. */
export interface Page {
  /** The value of an expression, or what it resolves to. */
  readonly evaluate: <Schema extends v.GenericSchema>(
    expression: string,
    schema: Schema,
  ) => Promise<v.InferOutput<Schema>>
  /** A finger goes down and up again. */
  readonly touch: (place: Place) => Promise<void>
  readonly send: (method: string, params?: object) => Promise<unknown>
}

/** From the page's top left corner, px. */
export interface Place {
  readonly x: number
  readonly y: number
}

const attachedSchema = v.object({
  sessionId: v.string(),
  targetInfo: v.object({ type: v.string() }),
})

/** Resolves as soon as the browser has a page. */
export async function pageOf(pipe: Pipe): Promise<Page> {
  const attached = new Promise<string>((resolve) => {
    pipe.on('Target.attachedToTarget', (params) => {
      const { sessionId, targetInfo } = v.parse(attachedSchema, params)
      if (targetInfo.type === 'page') resolve(sessionId)
    })
  })
  await pipe.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  return pageIn(pipe, await attached)
}

const evaluatedSchema = v.object({
  result: v.object({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(v.object({ exception: v.object({ description: v.optional(v.string()) }) })),
})

function pageIn(pipe: Pipe, session: string): Page {
  const send = (method: string, params?: object): Promise<unknown> => pipe.send(method, params, session)
  return {
    send,
    evaluate: async (expression, schema) => {
      const options = { expression, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = v.parse(evaluatedSchema, await send('Runtime.evaluate', options))
      if (exceptionDetails !== undefined)
        throw new Error(`${expression}: ${exceptionDetails.exception.description ?? 'failed'}`)
      return v.parse(schema, result.value)
    },
    touch: async (place) => {
      // Not one after the answer to the other: the finger would stay down for as long as that takes.
      await Promise.all([
        send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] }),
        send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
      ])
    },
  }
}
