import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import { evolve, newPanel, type Panel } from '../../shared/panel/panel.ts'
import type { Cancel } from '../ports.ts'

/** Holds the panel's state. Every event goes through `apply`, and every listener is told of each change. */
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

/** Access to the panel until `end`. After that, events that still come through it have no effect. */
export interface Lease {
  readonly panel: PanelStore
  readonly end: () => void
}

/**
 * Lends the panel to the work with one calendar, which may still wait for answers when another calendar has
 * replaced it.
 */
export function leaseOf(panel: PanelStore): Lease {
  let isOver = false
  return {
    panel: {
      current: () => (isOver ? newPanel : panel.current()),
      apply: (event) => (isOver ? undefined : panel.apply(event)),
      onChange: panel.onChange,
    },
    end: () => void (isOver = true),
  }
}
