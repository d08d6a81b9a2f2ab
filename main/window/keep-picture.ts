import type { BrowserWindow } from 'electron'
import writeFileAtomic from 'write-file-atomic'
import { seconds } from '../../shared/domain/time.ts'
import type { DoorPanel } from '../door-panel.ts'
import type { Clock, Log } from '../ports.ts'
import { takePicture } from './take-picture.ts'

export interface KeepPictureParts {
  readonly window: BrowserWindow
  readonly panel: Pick<DoorPanel, 'occupancy'>
  /** Of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  readonly file: string
  /** Called after each picture that shows more than "unknown". */
  readonly onTruth: () => void
}

const betweenPictures = seconds(5)
const betweenLooks = seconds(0.25)

/** Keeps a picture of the page in `file` as PNG, from the first one on that shows something true. */
export function keepPicture(parts: KeepPictureParts): void {
  const { window, panel, clock, log, file, onTruth } = parts
  const take = async (): Promise<boolean> => {
    if (window.isDestroyed() || !(await showsTruth(window, panel))) return false
    await writeFileAtomic(file, await takePicture(window, clock))
    onTruth()
    return true
  }
  const goOn = async (): Promise<void> => {
    const isTaken = await take().catch((cause: unknown) => {
      log.warn('picture.failed', { file, cause })
      return false
    })
    clock.after(isTaken ? betweenPictures : betweenLooks, () => void goOn())
  }
  void goOn()
}

/** Whether the door is on the page, with what the panel knows, and the panel knows something. */
async function showsTruth(window: BrowserWindow, panel: Pick<DoorPanel, 'occupancy'>): Promise<boolean> {
  const kind = panel.occupancy()
  if (kind === 'unknown' || window.webContents.isLoading()) return false
  // The root element has its marks some moments before the door is drawn.
  const drawn: unknown = await window.webContents.executeJavaScript(
    `document.querySelector('main') && document.documentElement.dataset.occupancy`,
  )
  return drawn === kind
}
