import { panelBridge } from './bridge.ts'
import { mount } from './mount.tsx'
import { createNow } from './now.ts'
import { nextPaint } from './paint.ts'
import { createPanelModel } from './panel-model.ts'
import './style/index.css'

mount(createPanelModel({ bridge: panelBridge(), now: createNow() }), document, nextPaint)
