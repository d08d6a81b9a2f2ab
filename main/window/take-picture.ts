import { type BrowserWindow, nativeImage, screen } from 'electron'
import * as v from 'valibot'
import type { Clock } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'

/** How long to wait for a frame of the page, ms. */
const longest = seconds(10)

/**
 * The part of a window that its display shows, as PNG, in the page's state at the call. `capturePage` copies
 * the last frame that reached the screen, which may be older or empty. DevTools draws a new frame, and copies
 * it once it is reported as shown (`RenderWidgetHostImpl::GetSnapshotFromBrowser`).
 */
export async function takePicture(window: BrowserWindow, clock: Pick<Clock, 'after'>): Promise<Buffer> {
  const devTools = window.webContents.debugger
  devTools.attach()
  // Detaching makes the pending command reject.
  const cancel = clock.after(longest, () => devTools.detach())
  try {
    const answer: unknown = await devTools.sendCommand('Page.captureScreenshot')
    return seenOf(window, Buffer.from(v.parse(screenshot, answer).data, 'base64'))
  } finally {
    cancel()
    if (devTools.isAttached()) devTools.detach()
  }
}

/** From the best one on; a picture of an office day takes a tenth of the limit at the first. */
const qualities = [85, 70, 50, 30] as const

/** The same as JPEG of at most `longest` bytes: smaller, if it does not fit otherwise. */
export async function takeJpeg(
  window: BrowserWindow,
  clock: Pick<Clock, 'after'>,
  longest: number,
): Promise<Buffer> {
  let picture = nativeImage.createFromBuffer(await takePicture(window, clock))
  for (;;) {
    for (const quality of qualities) {
      const jpeg = picture.toJPEG(quality)
      if (jpeg.length <= longest) return jpeg
    }
    picture = picture.resize({ width: Math.ceil(picture.getSize().width / 2) })
  }
}

const screenshot = v.object({ data: v.pipe(v.string(), v.base64()) })

/** Cuts off the parts beyond the display's right and lower edge. */
function seenOf(window: BrowserWindow, png: Buffer): Buffer {
  const own = window.getBounds()
  const { bounds, scaleFactor } = screen.getDisplayMatching(own)
  const picture = nativeImage.createFromBuffer(png)
  const { width, height } = picture.getSize()
  const seen = {
    width: Math.min(width, Math.round((bounds.x + bounds.width - own.x) * scaleFactor)),
    height: Math.min(height, Math.round((bounds.y + bounds.height - own.y) * scaleFactor)),
  }
  return seen.width === width && seen.height === height ? png : picture.crop({ x: 0, y: 0, ...seen }).toPNG()
}
