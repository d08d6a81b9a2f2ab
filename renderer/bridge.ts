import type { PanelBridge } from '../shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly panel: PanelBridge
  }
}

/** The way to the main process, which the preload put on the page. */
export const panelBridge = (): PanelBridge => window.panel
