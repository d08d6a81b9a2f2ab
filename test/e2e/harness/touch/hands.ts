import type { Point, TouchScreen } from './touch-screen.ts'

/** What fingers do at a control whose middle is given; resolves when all of them are lifted. */
export type Deed = (screen: TouchScreen, control: Point) => Promise<void>

/** Where a hand rests that holds the tablet, px of the screen. */
const corner = { x: 1262, y: 782 }

export const beside = ({ x, y }: Point, across: number, down = 0): Point => ({ x: x + across, y: y + down })

/** How long a finger stays where it is, ms. */
const stay = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

const held =
  (ms: number): Deed =>
  async (screen, control) => {
    await screen.down(1, control)
    await stay(ms)
    await screen.up(1, control)
  }

const slid =
  (across: number): Deed =>
  async (screen, control) => {
    await screen.down(1, control)
    for (let way = 5; way <= across; way += 5) {
      // oxlint-disable-next-line no-await-in-loop -- one place after the other
      await screen.move(1, beside(control, way))
    }
    await screen.up(1, beside(control, across))
  }

/** Several contacts at once: a touchscreen tells of a palm as of many. */
const together =
  (...contacts: readonly (readonly [across: number, down: number])[]): Deed =>
  async (screen, control) => {
    const places = contacts.map(([across, down]) => beside(control, across, down))
    await Promise.all(places.map((place, finger) => screen.down(finger, place)))
    await Promise.all(places.map((place, finger) => screen.up(finger, place)))
  }

const withRestingHand: Deed = async (screen, control) => {
  await screen.down(8, corner)
  // Until it is a long touch.
  await stay(700)
  await held(80)(screen, control)
  await screen.up(8, corner)
}

/** Touches that all mean the control. */
export const touches: readonly (readonly [string, Deed])[] = [
  ['held for 0.3 s', held(300)],
  ['held for 0.9 s', held(900)],
  ['held for 3 s', held(3000)],
  ['slid by 20 px', slid(20)],
  ['with a hand that rests in a corner', withRestingHand],
  ['with two fingers', together([-40, 0], [40, 0])],
  ['with a palm', together([-20, -20], [20, -20], [-20, 20], [20, 20], [0, 0])],
]
