import type { PanelStore } from '../panel/panel-store.ts'
import type { Diagnose, Log } from '../ports.ts'

/** IT wants to know what is wrong. Resolves when the report, or that there is none, is on the screen. */
export type DiagnosePanel = () => Promise<void>

export interface DiagnosePanelParts {
  readonly panel: PanelStore
  readonly log: Log
  readonly diagnose: Diagnose
}

export function createDiagnosePanel({ panel, log, diagnose }: DiagnosePanelParts): DiagnosePanel {
  let isAtWork = false
  return async () => {
    panel.apply({ kind: 'admin', event: { kind: 'diagnosing' } })
    // The report that is on its way is as good.
    if (isAtWork) return
    isAtWork = true
    try {
      const report = await diagnose()
      log.info('admin.diagnosed', { lines: report.lines.map(({ text }) => text) })
      panel.apply({ kind: 'admin', event: { kind: 'diagnosed', report } })
    } catch (defect) {
      // Nobody is to wait for a report that won't come; the defect goes to who hears of defects.
      panel.apply({ kind: 'admin', event: { kind: 'diagnosisFailed' } })
      throw defect
    } finally {
      isAtWork = false
    }
  }
}
