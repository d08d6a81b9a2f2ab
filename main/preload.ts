import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { requestChannel, snapshotChannel } from '../shared/ipc/channels.ts'
import type { PanelBridge } from '../shared/ipc/contract.ts'
import type { Snapshot } from '../shared/snapshot/snapshot.ts'

/** The page's only way out. It only forwards requests; the main process checks them. */
const panel: PanelBridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel(name), input),
  onSnapshot: (show) => {
    const listener = (_event: IpcRendererEvent, snapshot: Snapshot): void => show(snapshot)
    ipcRenderer.on(snapshotChannel, listener)
    return () => ipcRenderer.off(snapshotChannel, listener)
  },
}

contextBridge.exposeInMainWorld('panel', panel)
