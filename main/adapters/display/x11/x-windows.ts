import * as v from 'valibot'
import type { Area } from '../../../../shared/check-in/obstacle.ts'
import type { XServer } from './x-server.ts'

/** The area of a window on the display; undefined while the window or one of its parents is not shown. */
export async function areaOf(server: XServer, window: number): Promise<Area | undefined> {
  const { ask, root } = server
  const [{ mapState }, { width, height, borderWidth }, { destX, destY }] = await Promise.all([
    ask(attributes, (client, take) => client.GetWindowAttributes(window, take)),
    ask(geometry, (client, take) => client.GetGeometry(window, take)),
    ask(place, (client, take) => client.TranslateCoordinates(window, root, 0, 0, take)),
  ])
  if (mapState !== viewable) return undefined
  const [x, y, edges] = [destX - borderWidth, destY - borderWidth, 2 * borderWidth]
  return { x, y, width: width + edges, height: height + edges }
}

/**
 * The areas of all windows shown above a window: at each level, from the window up to the root, its later
 * siblings. Windows that only catch touches are included; the program's own, such as its tooltips, are not.
 */
export async function areasAbove(server: XServer, window: number): Promise<readonly Area[]> {
  const { ask } = server
  const { parent } = await ask(tree, (client, take) => client.QueryTree(window, take))
  if (parent === 0) return []
  const { children } = await ask(tree, (client, take) => client.QueryTree(parent, take))
  const siblings = children
    .slice(children.indexOf(window) + 1)
    .filter((sibling) => !server.isOfOneClient(sibling, window))
  const [areas, further] = await Promise.all([
    Promise.all(siblings.map((sibling) => areaOf(server, sibling).catch(isGone))),
    areasAbove(server, parent),
  ])
  return [...areas.filter((area) => area !== undefined), ...further]
}

/** A window may disappear between being listed and being examined. */
function isGone(cause: unknown): undefined {
  if (!isBadWindow(cause)) throw cause
}

export const isBadWindow = (cause: unknown): boolean => {
  const { success, output } = v.safeParse(xError, cause)
  return success && (output.error === badWindow || output.error === badDrawable)
}

/** https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
const viewable = 2
const badWindow = 3
const badDrawable = 9

const xError = v.object({ error: v.number() })
const attributes = v.object({ mapState: v.number() })
const geometry = v.object({ width: v.number(), height: v.number(), borderWidth: v.number() })
const place = v.object({ destX: v.number(), destY: v.number() })
/** Bottom to top. */
const tree = v.object({ parent: v.number(), children: v.array(v.number()) })
