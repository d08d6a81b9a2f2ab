import * as v from 'valibot'
import type { Area } from '../../../../shared/check-in/obstacle.ts'
import type { XExtension, XServer } from './x-server.ts'

/**
 * The lit areas of the display: those of the outputs that are on and plugged in, or none while the display
 * sleeps.
 */
export async function litAreas(server: XServer): Promise<readonly Area[]> {
  const [isAway, isBlank, hasNoPower] = await Promise.all([
    isElsewhere(server),
    isSaving(server),
    isPoweredDown(server),
  ])
  return isAway || isBlank || hasNoPower ? [] : outputAreas(server)
}

/**
 * Whether the display shows another console. Xorg sets a property of the root window to whether its own
 * console is shown.
 */
async function isElsewhere({ ask, root }: XServer): Promise<boolean> {
  const atom = await ask(v.number(), (client, take) => client.InternAtom(true, 'XFree86_has_VT', take))
  if (atom === 0) return false
  const { data } = await ask(property, (client, take) => client.GetProperty(0, root, atom, 0, 0, 1, take))
  return data.length >= 4 && data.readUInt32LE(0) === 0
}

/** https://www.x.org/releases/X11R7.7/doc/scrnsaverproto/saver.html */
async function isSaving(server: XServer): Promise<boolean> {
  const saver = await server.extension('screen-saver')
  if (saver === undefined) return false
  const { state } = await server.ask(saverInfo, (_client, take) => saver['QueryInfo']?.(server.root, take))
  return state === saverOn || state === saverCycles
}

/** https://www.x.org/releases/X11R7.7/doc/xextproto/dpms.html */
async function isPoweredDown(server: XServer): Promise<boolean> {
  const power = await server.extension('dpms')
  if (power === undefined) return false
  const [level] = await server.ask(powerInfo, (_client, take) => power['Info']?.(take))
  return level !== powerOn
}

/** https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/randrproto.txt */
async function outputAreas(server: XServer): Promise<readonly Area[]> {
  const randr = await server.extension('randr')
  if (randr === undefined) return [await wholeScreen(server)]
  const { crtcs, config_timestamp: since } = await server.ask(resources, (_client, take) =>
    randr['GetScreenResourcesCurrent']?.(server.root, take),
  )
  const areas = await Promise.all(crtcs.map((crtc) => areaOf(server, randr, crtc, since)))
  return areas.filter((area) => area !== undefined)
}

async function areaOf(
  { ask }: XServer,
  randr: XExtension,
  crtc: number,
  since: number,
): Promise<Area | undefined> {
  const { mode, output, ...area } = await ask(crtcInfo, (_client, take) =>
    randr['GetCrtcInfo']?.(crtc, since, take),
  )
  if (mode === 0) return undefined
  const outputs = await Promise.all(
    output.map((one) => ask(outputInfo, (_client, take) => randr['GetOutputInfo']?.(one, since, take))),
  )
  return outputs.some(({ connection }) => connection !== unplugged) ? area : undefined
}

/**
 * The area of all outputs together, gaps included. The only known area if the server does not list its
 * outputs.
 */
export const wholeScreen = async ({ ask, root }: XServer): Promise<Area> => {
  const { width, height } = await ask(size, (client, take) => client.GetGeometry(root, take))
  return { x: 0, y: 0, width, height }
}

const saverOn = 1
const saverCycles = 2
const powerOn = 0
/** Outputs of unknown connection count as plugged in. */
const unplugged = 1

const property = v.object({ data: v.instance(Buffer) })
const saverInfo = v.object({ state: v.number() })
const powerInfo = v.looseTuple([v.number()])
const resources = v.object({ crtcs: v.array(v.number()), config_timestamp: v.number() })
const size = v.object({ width: v.number(), height: v.number() })
const outputInfo = v.object({ connection: v.number() })
const crtcInfo = v.object({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  mode: v.number(),
  output: v.array(v.number()),
})
