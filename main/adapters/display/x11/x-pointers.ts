import * as v from 'valibot'
import type { DisplayState } from '../../../../shared/check-in/obstacle.ts'
import type { XServer } from './x-server.ts'

export interface Pointers extends Pick<DisplayState, 'touchScreens' | 'otherPointers'> {
  /** The touch screens, by the X server's device numbers. */
  readonly touchDevices: readonly number[]
}

/**
 * The display's pointing devices:
 * https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/specs/XI2proto.txt
 */
export async function pointersOn(server: XServer): Promise<Pointers> {
  const input = await server.extension('xinput')
  // A server without XInput is old enough to have a mouse.
  if (input === undefined) return { touchScreens: 0, otherPointers: 1, touchDevices: [] }
  // The server reports touch only to clients that announce version 2.2.
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

/** Each server has a virtual pointer that only programs move. */
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
