import type { PanelStore } from '../panel/panel-store.ts'
import type { Diagnose, Log } from '../ports.ts'

/** Diagnoses the panel for IT. Resolves when the report, or its failure, is on the screen. */
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
    // A second request shares the report that is on its way.
    if (isAtWork) return
    isAtWork = true
    try {
      const report = await diagnose()
      log.info('admin.diagnosed', { lines: report.lines.map(({ text }) => text) })
      panel.apply({ kind: 'admin', event: { kind: 'diagnosed', report } })
    } catch (defect) {
      // The administrator must not wait for a report that won't come. The defect is thrown on, to the handler
      // of defects.
      panel.apply({ kind: 'admin', event: { kind: 'diagnosisFailed' } })
      throw defect
    } finally {
      isAtWork = false
    }
  }
}
