import { Socket } from 'node:net'
import * as v from 'valibot'
import { createClient, parseDisplay, type Take, type XClient } from 'x11'

/** A connection to an X server. Every question rejects once the connection is lost. */
export interface XServer {
  readonly root: number
  /** Whether two windows were made by the same client of the server. */
  readonly isOfOneClient: (one: number, other: number) => boolean
  readonly ask: <Answer>(
    schema: v.GenericSchema<unknown, Answer>,
    request: (client: XClient, take: Take) => void,
  ) => Promise<Answer>
  /** The extension of this name; undefined if the server lacks it. */
  readonly extension: (name: string) => Promise<XExtension | undefined>
  readonly isLost: () => boolean
  readonly close: () => void
}

/** The requests of an extension, by their names. */
export type XExtension = Readonly<Record<string, (...input: readonly unknown[]) => void>>

export async function connectToX(display: string): Promise<XServer> {
  const socket = openSocket(display)
  const waiting = new Set<(cause: unknown) => void>()
  const lose = (cause: unknown): void => {
    socket.destroy()
    for (const reject of waiting) reject(cause)
    waiting.clear()
  }
  /** Resolves with the answer; rejects when the connection is lost. */
  const answerTo = (request: (take: Take) => void): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.add(reject)
      request((error, answer) => {
        waiting.delete(reject)
        if (error) reject(error)
        else resolve(answer)
        return true
      })
    })
  const begin = (take: Take): void => {
    const options = { display, stream: socket, auth: undefined, disableBigRequests: true } as const
    const client = createClient(options, take)
    client.on('error', lose)
    client.on('end', () => lose(new Error('The X server ended the connection')))
  }
  socket.on('close', () => lose(new Error('The connection to the X server was closed')))
  const { client, screen, resource_mask: mask } = v.parse(displaySchema, await answerTo(begin))
  return {
    root: screen[0].root,
    isOfOneClient: (one, other) => (one & ~mask) === (other & ~mask),
    ask: async (schema, request) => v.parse(schema, await answerTo((take) => request(client, take))),
    extension: async (name) => {
      const found = await answerTo((take) => client.require(name, take)).catch(absent)
      return found === undefined ? undefined : v.parse(extensionSchema, found)
    },
    isLost: () => socket.destroyed,
    close: () => socket.destroy(),
  }
}

const displaySchema = v.object({
  client: v.custom<XClient>((client) => typeof client === 'object'),
  screen: v.looseTuple([v.object({ root: v.number() })]),
  resource_mask: v.number(),
})

const extensionSchema = v.custom<XExtension>((extension) => typeof extension === 'object')

function absent(cause: unknown): undefined {
  if (!(cause instanceof Error && cause.message === 'extension not available')) throw cause
}

/** The socket of a display, as Xlib finds it. */
function openSocket(display: string): Socket {
  const { host, displayNum } = parseDisplay(display)
  const socket = new CarefulSocket()
  return host === ''
    ? socket.connect(`/tmp/.X11-unix/X${displayNum}`)
    : socket.connect(6000 + Number(displayNum), host)
}

/** An error while an answer is parsed closes the connection instead of ending the program. */
class CarefulSocket extends Socket {
  override emit(event: string | symbol, ...facts: unknown[]): boolean {
    try {
      return super.emit(event, ...facts)
    } catch (cause) {
      this.destroy(cause instanceof Error ? cause : new Error('An odd answer of the X server', { cause }))
      return true
    }
  }
}
