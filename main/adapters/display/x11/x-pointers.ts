import * as v from 'valibot'
import type { DisplayState } from '../../../../shared/check-in/obstacle.ts'
import type { XServer } from './x-server.ts'

export interface Pointers extends Pick<DisplayState, 'touchScreens' | 'otherPointers'> {
  /** The touch screens, by the numbers that the server gave them. */
  readonly touchDevices: readonly number[]
}

/** What there is to point with: https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/specs/XI2proto.txt */
export async function pointersOn(server: XServer): Promise<Pointers> {
  const input = await server.extension('xinput')
  // A server as old as that has a mouse.
  if (input === undefined) return { touchScreens: 0, otherPointers: 1, touchDevices: [] }
  // Who doesn't say so is not told of touch.
  await server.ask(v.unknown(), (_client, take) => input['XIQueryVersion']?.(2, 2, take))
  const all = await server.ask(devices, (_client, take) => input['XIQueryDevice']?.(allDevices, take))
  const pointers = all.filter(
    ({ use, enabled, name }) => use === slavePointer && enabled !== 0 && !isForTests(name),
  )
  const touchDevices = pointers
    .filter(({ classes }) => classes.some(({ type }) => type === touch))
    .map(({ deviceId }) => deviceId)
  const touchScreens = touchDevices.length
  return { touchScreens, otherPointers: pointers.length - touchScreens, touchDevices }
}

/** Each server has one, which programs move and nobody's hand. */
const isForTests = (name: string): boolean => name.includes('XTEST')

const allDevices = 0
const slavePointer = 3
const touch = 8

const devices = v.array(
  v.object({
    deviceId: v.number(),
    use: v.number(),
    enabled: v.number(),
    name: v.string(),
    classes: v.array(v.object({ type: v.number() })),
  }),
)
