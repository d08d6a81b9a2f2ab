import axe from 'axe-core'
import { clippings, halfRows, overButtons, overlaps, outside, scrolling } from './boxes.ts'
import { missingGlyphs } from './glyphs.ts'
import { grown, unreachable } from './reach.ts'
import { smallTargets } from './targets.ts'

export interface ExamineOptions {
  /** Names may end in an ellipsis here. */
  readonly isLong: boolean
}

/** The problems of the page as it is painted now, one line each; empty if there are none. */
async function examine({ isLong }: ExamineOptions): Promise<readonly string[]> {
  await document.fonts.ready
  // The QR code's encoder is loaded only where a code is shown.
  while (document.querySelector('.qr path[d=""]') !== null) await nextFrame()
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  return [
    ...scrolling(),
    ...outside(),
    ...clippings(isLong),
    ...overButtons(),
    ...halfRows(),
    ...overlaps(),
    ...smallTargets(),
    ...unreachable(),
    ...grown(),
    ...missingGlyphs(),
    ...(await violations()),
  ]
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** WCAG 2.2 A and AA, and axe's best practices. */
async function violations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

declare global {
  interface Window {
    /** Put here for the gallery's main process. */
    examine: typeof examine
  }
}

window.examine = examine
