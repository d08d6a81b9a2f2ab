import { evolve, newPanel, type Panel, type PanelEvent } from '../../shared/domain/panel.ts'
import type { Cancel } from '../ports.ts'

/** Holds what the panel knows. Every event goes through `apply`, and everybody who listens is told of what changed. */
export interface PanelStore {
  readonly current: () => Panel
  readonly apply: (event: PanelEvent) => void
  /** Calls `run` after each event that changed something, with the panel as it was before. */
  readonly onChange: (run: (event: PanelEvent, before: Panel) => void) => Cancel
}

export function createPanelStore(): PanelStore {
  let panel = newPanel
  const listeners = new Set<(event: PanelEvent, before: Panel) => void>()
  return {
    current: () => panel,
    apply: (event) => {
      const before = panel
      panel = evolve(panel, event)
      if (panel === before) return
      for (const run of listeners) run(event, before)
    },
    onChange: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
