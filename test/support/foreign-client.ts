import * as v from 'valibot'
import { createClient, type Take, type XClient } from 'x11'
import type { Area } from '../../shared/domain/obstacle.ts'

/** Another program on a display. */
export interface ForeignClient {
  /** Shows a window above all others, and gives its id; `only` one that catches touches and shows nothing. */
  readonly show: (area: Area, how?: ForeignWindow) => Promise<number>
  readonly hide: (window: number) => Promise<void>
  readonly lower: (window: number) => Promise<void>
  /** Takes the server for itself: nobody else is answered until it is let go. */
  readonly grab: () => Promise<void>
  readonly letGo: () => Promise<void>
  readonly close: () => void
}

export interface ForeignWindow {
  readonly class?: 'shown' | 'inputOnly'
  /** Not a window manager's business. */
  readonly overrideRedirect?: boolean
  readonly parent?: number
  readonly isMapped?: boolean
}

/** What only the tests ask of a server. */
interface Commands extends XClient {
  readonly AllocID: () => number
  readonly CreateWindow: (...input: readonly unknown[]) => void
  readonly MapWindow: (window: number) => void
  readonly UnmapWindow: (window: number) => void
  readonly LowerWindow: (window: number) => void
  readonly GrabServer: () => void
  readonly UngrabServer: () => void
}

export async function foreignClient(display: string): Promise<ForeignClient> {
  const ask = (request: (take: Take) => void): Promise<unknown> =>
    new Promise((resolve, reject) => {
      request((error, answer) => {
        if (error) reject(error)
        else resolve(answer)
        return true
      })
    })
  const { client, screen } = v.parse(displaySchema, await ask((take) => createClient({ display }, take)))
  /** Resolves when the server has carried it out. */
  const carryOut = async (command: () => void): Promise<void> => {
    command()
    await ask((take) => client.QueryTree(screen[0].root, take))
  }
  return {
    async show(area, { class: kind = 'shown', overrideRedirect = false, parent, isMapped = true } = {}) {
      const window = client.AllocID()
      await carryOut(() => {
        const { x, y, width, height } = area
        const within = parent ?? screen[0].root
        const values = { overrideRedirect, ...(kind === 'shown' && { backgroundPixel: 0xff_ff_ff }) }
        client.CreateWindow(window, within, x, y, width, height, 0, 0, classes[kind], 0, values)
        if (isMapped) client.MapWindow(window)
      })
      return window
    },
    hide: (window) => carryOut(() => client.UnmapWindow(window)),
    lower: (window) => carryOut(() => client.LowerWindow(window)),
    grab: () => carryOut(() => client.GrabServer()),
    letGo: () => carryOut(() => client.UngrabServer()),
    close: () => client.terminate(),
  }
}

const classes = { shown: 1, inputOnly: 2 }

const displaySchema = v.object({
  client: v.custom<Commands>((client) => typeof client === 'object'),
  screen: v.looseTuple([v.object({ root: v.number() })]),
})
