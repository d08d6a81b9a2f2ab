import { effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './app.tsx'
import { listenForFailures } from './failures.ts'
import type { PanelModel } from './model/panel-model.ts'
import { checkInsOn } from './page/check-ins-on.ts'
import { dress } from './page/dress.ts'
import { createFirstPaints } from './page/first-paints.ts'
import { mark } from './page/marks.ts'
import { createPaintReport } from './page/paint-report.ts'
import type { NextPaint } from './page/paint.ts'
import { listenForPresses } from './page/presses.ts'

/** Mounts the panel on the page. Returns the function that removes it. */
export function mount(model: PanelModel, page: Document, nextPaint: NextPaint): () => void {
  const root = page.documentElement
  const note = createFirstPaints(() => model.snapshot.peek())
  const checkIns = () => checkInsOn(page)
  const report = createPaintReport({ nextPaint, checkIns, note, tell: model.tellPainted })
  const stops: (() => void)[] = [report.stop]
  const leave = (): void => {
    for (const stop of stops.splice(0)) stop()
    render(null, page.body)
  }
  /** After a failure the page removes the half-drawn door, so that it claims no state. */
  const fail = (told: string): void => {
    try {
      leave()
    } finally {
      page.body.replaceChildren()
      mark(root, undefined)
      model.tellFailed(told)
    }
  }
  if (page.defaultView) stops.push(listenForFailures(page.defaultView, fail))
  const show = (): void => {
    mark(root, model.snapshot.value)
    dress(root, {
      snapshot: model.snapshot.value,
      locale: model.spoken.locale.value,
      direction: model.spoken.language.value?.words.direction,
      isDimmed: model.dimming.isDimmed.value,
      isMoment: model.notice.value?.kind === 'checkedIn',
    })
  }
  stops.push(effect(show), model.start(), listenForPresses(page, model.touch))
  render(<App model={model} onDrawn={report.drawn} />, page.body)
  return leave
}
