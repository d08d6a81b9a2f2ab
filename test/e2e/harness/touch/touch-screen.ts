import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Fingers on a display's touchscreen, each with a number of its own. Px of the screen. */
export interface TouchScreen {
  /** Each of these resolves when the X server has taken it. */
  readonly down: (finger: number, at: Point) => Promise<void>
  readonly move: (finger: number, to: Point) => Promise<void>
  readonly up: (finger: number, at: Point) => Promise<void>
  readonly unplug: () => void
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** What the driver says and hears: `include/xf86-input-inputtest-protocol.h` of the X server. Little-endian, as the machine is. */
const event = { version: 0, waitForSync: 1, touch: 6 } as const
/** https://www.x.org/releases/current/doc/inputproto/XI2proto.txt */
const state = { begin: 18, update: 19, end: 20 } as const
const headerLength = 8
const mostAxes = 64
/** The header, finger and state, flag and mask of the axes to the next full 8 bytes, the values, and again without acceleration. */
const valuesAt = headerLength + 8 + 16
const touchLength = valuesAt + 2 * mostAxes * 8
/** How far each axis goes. */
const range = 0xffff

export async function connectTouchScreen(
  path: string,
  size: { readonly width: number; readonly height: number },
): Promise<TouchScreen> {
  const socket = connect(path)
  await once(socket, 'connect')
  await answered(
    socket,
    message(headerLength + 4, event.version, (body) => body.writeUInt16LE(1, headerLength)),
  )
  const tell = async (finger: number, what: number, { x, y }: Point): Promise<void> => {
    socket.write(
      message(touchLength, event.touch, (body) => {
        body.writeUInt32LE(finger, headerLength)
        body.writeUInt32LE(what, headerLength + 4)
        // Only the first two of the axes are told: across and down.
        body.writeUInt8(0b11, headerLength + 12)
        body.writeDoubleLE((x / size.width) * range, valuesAt)
        body.writeDoubleLE((y / size.height) * range, valuesAt + 8)
      }),
    )
    await answered(socket, message(headerLength, event.waitForSync))
  }
  return {
    down: (finger, at) => tell(finger, state.begin, at),
    move: (finger, to) => tell(finger, state.update, to),
    up: (finger, at) => tell(finger, state.end, at),
    unplug: () => socket.destroy(),
  }
}

function message(length: number, type: number, fill: (body: Buffer) => void = () => {}): Buffer {
  const body = Buffer.alloc(length)
  body.writeUInt32LE(length, 0)
  body.writeUInt32LE(type, 4)
  fill(body)
  return body
}

/** Sends what the driver answers, and waits for that. */
async function answered(socket: Socket, question: Buffer): Promise<void> {
  const answer = once(socket, 'data')
  socket.write(question)
  await answer
}
