import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Snapshot } from '../shared/domain/snapshot.ts'
import type { PanelBridge } from '../shared/ipc/contract.ts'
import { requestChannel, snapshotChannel } from '../shared/ipc/channels.ts'

/** The page's only way out. It forwards and knows nothing; what is asked is checked by the main process. */
const panel: PanelBridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel(name), input),
  onSnapshot: (show) => {
    const listener = (_event: IpcRendererEvent, snapshot: Snapshot): void => show(snapshot)
    ipcRenderer.on(snapshotChannel, listener)
    return () => ipcRenderer.off(snapshotChannel, listener)
  },
}

contextBridge.exposeInMainWorld('panel', panel)
