import * as v from 'valibot'
import { createClient, type Take, type XClient } from 'x11'
import type { Area } from '../../shared/check-in/obstacle.ts'

/** Another program on a display. */
export interface ForeignClient {
  /**
   * Shows a window above all others, and returns its id; `only` is a transparent one that catches touches.
   */
  readonly show: (area: Area, how?: ForeignWindow) => Promise<number>
  readonly hide: (window: number) => Promise<void>
  readonly lower: (window: number) => Promise<void>
  /** Switches a device on or off, as xinput(1) does. */
  readonly enable: (device: string, isOn: boolean) => Promise<void>
  /** Where the pointer is, which a finger takes along. */
  readonly pointer: () => Promise<{ readonly x: number; readonly y: number }>
  /** Grabs the server: no other client is answered until it lets go. */
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
  readonly QueryPointer: (window: number, take: Take) => void
  readonly GrabServer: () => void
  readonly UngrabServer: () => void
  seq_num: number
  readonly pack_stream: { readonly put: (bytes: Buffer) => void; readonly submit: () => void }
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
    async enable(device, isOn) {
      const input = v.parse(inputSchema, await ask((take) => client.require('xinput', take)))
      const devices = v.parse(devicesSchema, await ask((take) => input.XIQueryDevice(allDevices, take)))
      const id = devices.find(({ name }) => name === device)?.deviceId ?? 0
      const enabled = v.parse(
        v.number(),
        await ask((take) => client.InternAtom(false, 'Device Enabled', take)),
      )
      await carryOut(() => {
        client.seq_num += 1
        client.pack_stream.put(changeProperty(input.majorOpcode, id, enabled, isOn ? 1 : 0))
        client.pack_stream.submit()
      })
    },
    async pointer() {
      const { rootX, rootY } = v.parse(
        pointerSchema,
        await ask((take) => client.QueryPointer(screen[0].root, take)),
      )
      return { x: rootX, y: rootY }
    },
    grab: () => carryOut(() => client.GrabServer()),
    letGo: () => carryOut(() => client.UngrabServer()),
    close: () => client.terminate(),
  }
}

/** The one request of XInput 2 that the package lacks: https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/master/specs/XI2proto.txt */
function changeProperty(opcode: number, device: number, property: number, value: number): Buffer {
  const bytes = Buffer.alloc(24)
  bytes.set([opcode, 57])
  bytes.writeUInt16LE(bytes.length / 4, 2)
  bytes.writeUInt16LE(device, 4)
  bytes.set([replacing, bitsEach], 6)
  bytes.writeUInt32LE(property, 8)
  bytes.writeUInt32LE(integer, 12)
  bytes.writeUInt32LE(1, 16)
  bytes.set([value], 20)
  return bytes
}

const allDevices = 0
const replacing = 0
const bitsEach = 8
const integer = 19

const inputSchema = v.object({
  majorOpcode: v.number(),
  XIQueryDevice: v.custom<(device: number, take: Take) => void>((request) => typeof request === 'function'),
})
const devicesSchema = v.array(v.object({ deviceId: v.number(), name: v.string() }))

const pointerSchema = v.object({ rootX: v.number(), rootY: v.number() })

const classes = { shown: 1, inputOnly: 2 }

const displaySchema = v.object({
  client: v.custom<Commands>((client) => typeof client === 'object'),
  screen: v.looseTuple([v.object({ root: v.number() })]),
})
