import { panelBridge } from './bridge.ts'
import { disableLeaving } from './disable-leaving.ts'
import { createPanelModel } from './model/panel-model.ts'
import { mount } from './mount.tsx'
import { createNow } from './now.ts'
import { nextPaint } from './page/paint.ts'
import { createCatalogues, loadWords } from './words/catalogues.ts'
import './style/index.css'

disableLeaving(window)

// Text can't be read before its fonts are loaded, so the panel is mounted after that.
void Promise.allSettled([...document.fonts].map((face) => face.load())).then(() =>
  mount(
    createPanelModel({ bridge: panelBridge(), now: createNow(), catalogues: createCatalogues(loadWords) }),
    document,
    nextPaint,
  ),
)
