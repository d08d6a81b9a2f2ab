import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import type { Clock, Log } from '../../engine/ports.ts'
import { requestChannel } from '../../shared/ipc/channels.ts'
import {
  type RequestHandlers,
  type RequestInput,
  type RequestName,
  requestNames,
  requests,
} from '../../shared/ipc/contract.ts'
import { seconds } from '../../shared/time/time.ts'
import { createRateLimit } from '../rate-limit.ts'

export interface ServeParts {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** Whether a call comes from the main frame of our own page. */
  readonly isOurPage: (event: IpcMainInvokeEvent) => boolean
  readonly handlers: RequestHandlers
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Log
}

/** The limit of all requests together. Touches and pictures cause far fewer. */
const limit = { atOnce: 200, every: seconds(1 / 30) }

type Inputs = {
  readonly [Name in RequestName]: { readonly input: v.GenericSchema<unknown, RequestInput<Name>> }
}
const inputs: Inputs = requests

/**
 * Answers the page's requests. Refuses and logs a request from another page, one whose input breaks the
 * contract, and one that exceeds the limit.
 */
export function serve({ ipcMain, isOurPage, handlers, clock, log }: ServeParts): void {
  const rate = createRateLimit(clock, limit)
  // The parameter ties a request's handler to its schema.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  const answer = <Name extends RequestName>(name: Name): void => {
    const [{ input: schema }, handle] = [inputs[name], handlers[name]]
    ipcMain.handle(requestChannel(name), async (event, raw: unknown) => {
      if (!isOurPage(event)) return refuse(log, name, 'sender', event.senderFrame?.url)
      if (!rate.takes()) return refuse(log, name, 'rate')
      const input = v.safeParse(schema, raw)
      if (!input.success) return refuse(log, name, 'input', summaryOf(input.issues))
      try {
        return await handle(input.output)
      } catch (cause) {
        // Electron reports the error only to the page.
        log.error('ipc.failed', { name, cause })
        throw cause
      }
    })
  }
  for (const name of requestNames) answer(name)
}

/** Only the first fault, because each may quote the input. */
const summaryOf = ([issue]: readonly v.BaseIssue<unknown>[]): string => issue?.message.slice(0, 300) ?? ''

/** The page gets a rejection with this message; Electron drops everything else of an error. */
function refuse(log: Log, name: RequestName, why: 'sender' | 'input' | 'rate', detail?: string): never {
  log.error('ipc.refused', { name, why, detail })
  throw new Error(`Request ${name} refused: ${why}`)
}
