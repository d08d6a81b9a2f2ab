import { rm } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import writeFileAtomic from 'write-file-atomic'
import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import type { Occupancy } from '../../shared/occupancy/occupancy.ts'
import { seconds } from '../../shared/time/time.ts'
import { takePicture } from './take-picture.ts'

export interface KeepPictureParts {
  readonly window: BrowserWindow
  /** The state that the screen shows now. */
  readonly occupancy: () => Occupancy['kind']
  /** A clock of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  readonly file: string
  /** Keep only pictures that show more than "unknown". */
  readonly onlyTruth: boolean
  /** Called after each picture that shows more than "unknown". */
  readonly onTruth: () => void
}

const betweenPictures = seconds(5)
const pictureRetryInterval = seconds(0.25)
/** A page that does not answer within this time counts as silent, ms. */
const longestLook = seconds(2)
/** A picture that could not be replaced within this time is out of date, and is removed, ms. */
const longestKept = seconds(30)

/** Keeps a picture of the page in `file` as PNG. Removes the file when no new picture can be taken. */
export function keepPicture(parts: KeepPictureParts): void {
  const { occupancy, clock, log, file, onlyTruth, onTruth } = parts
  let stopWaiting: Cancel | undefined
  const take = async (): Promise<boolean> => {
    const kind = occupancy()
    if ((onlyTruth && kind === 'unknown') || !(await isDrawn(parts, kind))) return false
    await writeFileAtomic(file, await takePicture(parts.window, clock))
    stopWaiting?.()
    stopWaiting = clock.after(longestKept, () => void removeOld(parts))
    if (kind !== 'unknown') onTruth()
    return true
  }
  const goOn = async (): Promise<void> => {
    const isTaken = await take().catch((cause: unknown) => {
      log.warn('picture.failed', { file, cause })
      return true
    })
    clock.after(isTaken ? betweenPictures : pictureRetryInterval, () => void goOn())
  }
  void goOn()
}

/** Whether the page itself shows this state, not only the panel's snapshot. */
async function isDrawn({ window, clock }: KeepPictureParts, kind: Occupancy['kind']): Promise<boolean> {
  if (window.isDestroyed() || window.webContents.isLoading()) return false
  return new Promise((resolve) => {
    // A page whose process was killed never answers.
    const cancel = clock.after(longestLook, () => resolve(false))
    // The root element gets its marks some moments before the door is drawn.
    const question = `document.querySelector('main') && document.documentElement.dataset.occupancy`
    window.webContents
      .executeJavaScript(question)
      .then(
        (drawn: unknown) => resolve(drawn === kind),
        // There is no page to ask. The next look asks again.
        () => resolve(false),
      )
      .finally(cancel)
  })
}

async function removeOld({ file, log }: KeepPictureParts): Promise<void> {
  try {
    await rm(file, { force: true })
    log.warn('picture.removed', { file, because: 'no newer one could be taken' })
  } catch (cause) {
    log.warn('picture.failed', { file, cause })
  }
}
