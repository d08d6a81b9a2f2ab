import { effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './app.tsx'
import { mark } from './marks.ts'
import { dress } from './dress.ts'
import { checkInsOn } from './check-ins-on.ts'
import type { NextPaint } from './paint.ts'
import { createFirstPaints } from './first-paints.ts'
import { createPaintReport } from './paint-report.ts'
import { listenForPresses } from './presses.ts'
import type { PanelModel } from './panel-model.ts'

/** Puts the panel on the page; gives back how to take it off again. */
export function mount(model: PanelModel, page: Document, nextPaint: NextPaint): () => void {
  const note = createFirstPaints(() => model.snapshot.peek())
  const checkIns = () => checkInsOn(page)
  const report = createPaintReport({ nextPaint, checkIns, note, tell: model.tellPainted })
  const stopMarking = effect(() => {
    mark(page.documentElement, model.snapshot.value)
    dress(page.documentElement, {
      snapshot: model.snapshot.value,
      locale: model.spoken.locale.value,
      isDimmed: model.dimming.isDimmed.value,
    })
  })
  const stopModel = model.start()
  const stopListening = listenForPresses(page, model.touch)
  render(<App model={model} onDrawn={report.drawn} />, page.body)
  return () => {
    report.stop()
    render(null, page.body)
    stopListening()
    stopModel()
    stopMarking()
  }
}
