import { dequal } from 'dequal/lite'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Log } from '../../../../engine/ports.ts'
import type { Area } from '../../../../shared/check-in/obstacle.ts'
import { seconds } from '../../../../shared/time/time.ts'

/** The touch screens of a display, and the area of the page's screen. */
export interface TouchedDisplay {
  /** The X server's device numbers. */
  readonly touchDevices: readonly number[]
  /** The screen that the page is on. */
  readonly screen: Area
  /** The area of all screens together. */
  readonly whole: Area
}

export interface TouchMappingParts {
  readonly log: Log
  /** The X server's display name. */
  readonly name: string
  readonly xinput?: XInput
}

/** Runs xinput(1), and returns its output. */
type XInput = (display: string, args: readonly string[]) => Promise<string>

const property = 'Coordinate Transformation Matrix'
/** The matrix of a device that was never set. */
const untouched: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/**
 * Maps touches to the screen that the page is on. X spreads a touch screen over all screens together, so with
 * a second screen plugged in a tap would land beside its control. A matrix that IT has set (xorg.conf(5),
 * `TransformationMatrix`) stays.
 */
export function createTouchMapping({ log, name, xinput = runXInput }: TouchMappingParts) {
  /** The matrices that the panel has set, by device. */
  const ours = new Map<number, readonly number[]>()
  let known: TouchedDisplay | undefined

  const map = async (device: number, wanted: readonly number[]): Promise<void> => {
    const now = matrixIn(await xinput(name, ['list-props', String(device)]))
    if (now === undefined) return
    // An earlier start of the panel set it.
    if (isSame(now, wanted)) return void ours.set(device, wanted)
    if (!isSame(now, untouched) && !isSame(now, ours.get(device) ?? [])) return
    await xinput(name, ['set-prop', String(device), property, ...wanted.map(String)])
    ours.set(device, wanted)
    log.info('touch.mapped', { device, matrix: wanted })
  }
  return async (display: TouchedDisplay): Promise<void> => {
    if (dequal(display, known)) return
    known = display
    const wanted = matrixFor(display)
    // With one screen, and never another before, there is nothing to ask or to set.
    if (isSame(wanted, untouched) && ours.size === 0) return
    try {
      await Promise.all(display.touchDevices.map((device) => map(device, wanted)))
    } catch (cause) {
      log.warn('touch.not-mapped', { cause })
    }
  }
}

/** https://wiki.freedesktop.org/www/Software/XInputCoordinateTransformationMatrixUsage/ */
const matrixFor = ({ screen, whole }: TouchedDisplay): readonly number[] => {
  const across = [screen.width / whole.width, 0, screen.x / whole.width]
  const down = [0, screen.height / whole.height, screen.y / whole.height]
  return [...across, ...down, 0, 0, 1]
}

const matrixIn = (properties: string): readonly number[] | undefined => {
  const [, values] = new RegExp(`${property} \\(\\d+\\):\\s*([-\\d., ]+)`).exec(properties) ?? []
  return values?.split(',').map(Number)
}

/** X stores single-precision numbers, and xinput prints six decimal places. */
const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, at) => Math.abs(value - (other[at] ?? NaN)) < 1e-4)

const run = promisify(execFile)

const runXInput: XInput = async (display, args) => {
  const { stdout } = await run('xinput', args, {
    env: { ...process.env, DISPLAY: display },
    timeout: seconds(5),
  })
  return stdout
}
