import type { IpcMainInvokeEvent, Session, WebContents } from 'electron'
import type { Log } from '../../engine/ports.ts'
import { isAllowedKey } from './allowed-keys.ts'
import { pageOrigin } from './app-page.ts'

/** Locks the page: it can't be left, zoomed, or made to open or embed another page. */
export function lockPage(page: WebContents, log: Log): void {
  page.setWindowOpenHandler(({ url }) => {
    log.warn('page.window-denied', { url })
    return { action: 'deny' }
  })
  const stay = (event: { preventDefault: () => void; url: string }): void => {
    log.warn('page.navigation-denied', { url: event.url })
    event.preventDefault()
  }
  page.on('will-navigate', stay)
  page.on('will-redirect', stay)
  page.on('will-frame-navigate', stay)
  page.on('will-attach-webview', (event) => event.preventDefault())
  // Without this the page's `beforeunload` could keep the program from ending.
  page.on('will-prevent-unload', (event) => event.preventDefault())
  page.on('before-input-event', (event, key) => {
    if (!isAllowedKey(key)) event.preventDefault()
  })
  page.on('did-finish-load', () => {
    page.setZoomLevel(0)
    // Rejects only if the page is gone again. It is then loaded again, and this runs again.
    page.setVisualZoomLevelLimits(1, 1).catch((cause: unknown) => log.warn('page.zoom-limits', { cause }))
  })
}

/** A door panel needs no camera, no notifications, no device: every permission is refused. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Whether a call comes from the main frame of our own page in `page`. */
export const isCallOf =
  (page: WebContents) =>
  ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    sender === page && senderFrame === page.mainFrame && senderFrame.origin === pageOrigin
