import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Log } from '../../../../engine/ports.ts'
import type { Area } from '../../../../shared/check-in/obstacle.ts'
import { seconds } from '../../../../shared/time/time.ts'

/** The touch screens of a display, and where on it the page is. */
export interface TouchedDisplay {
  /** By the numbers that the X server gave them. */
  readonly touchDevices: readonly number[]
  /** The screen that the page is on. */
  readonly screen: Area
  /** All screens together. */
  readonly whole: Area
}

export interface TouchMappingParts {
  readonly log: Log
  /** Of the X server. */
  readonly name: string
  readonly xinput?: XInput
}

/** Runs xinput(1), and gives what it said. */
type XInput = (display: string, args: readonly string[]) => Promise<string>

const property = 'Coordinate Transformation Matrix'
/** What a device has that nobody has set. */
const untouched: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/**
 * Has touches land on the screen that the page is on. X spreads a touch screen over all screens together, so that with a second one
 * plugged in a tap lands beside its control. A matrix that IT has set (xorg.conf(5), `TransformationMatrix`) stays.
 */
export function createTouchMapping({ log, name, xinput = runXInput }: TouchMappingParts) {
  /** What was set here, by device. */
  const ours = new Map<number, readonly number[]>()
  let known = ''

  const map = async (device: number, wanted: readonly number[]): Promise<void> => {
    const now = matrixIn(await xinput(name, ['list-props', String(device)]))
    if (now === undefined) return
    // Set by an earlier start of the panel.
    if (isSame(now, wanted)) return void ours.set(device, wanted)
    if (!isSame(now, untouched) && !isSame(now, ours.get(device) ?? [])) return
    await xinput(name, ['set-prop', String(device), property, ...wanted.map(String)])
    ours.set(device, wanted)
    log.info('touch.mapped', { device, matrix: wanted })
  }
  return async (display: TouchedDisplay): Promise<void> => {
    const seen = JSON.stringify(display)
    if (seen === known) return
    known = seen
    const wanted = matrixFor(display)
    // Where there is one screen, and never was another, nothing is asked.
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

/** X keeps single-precision numbers, and xinput tells six places. */
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
