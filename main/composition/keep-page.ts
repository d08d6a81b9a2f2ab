import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { Supervisor } from '../../engine/ports.ts'
import { isLoop, pauseAfterDeaths } from '../../shared/panel/crash-loop.ts'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'
import { clearLeftovers } from '../adapters/disk/leftovers.ts'
import { noteStart } from '../adapters/disk/starts-file.ts'
import type { CommandLine } from '../cli/command-line.ts'
import { type BrandFile, servePage } from '../window/app-page.ts'
import { cutOffPageSession, cutOffWebRtc } from '../window/cut-off.ts'
import { openKioskWindow } from '../window/kiosk-window.ts'
import { lockWindow } from '../window/lock-window.ts'
import { denyPermissions, lockPage } from '../window/lock.ts'
import { createPageKeeper, type PageKeeper } from '../window/page-keeper.ts'
import type { ShownPage } from '../window/page-life.ts'
import type { Outside } from './outside.ts'
import { inRealTime } from './real-time.ts'
import { keyringProcessName } from './start-keyring-process.ts'

export interface KeepPageParts extends Outside {
  readonly options: CommandLine
  readonly supervisor: Supervisor
  readonly brandFile: BrandFile
  readonly tablet: () => TabletIdentity
  /** Called repeatedly while the support page is shown. */
  readonly tellSupport: (shown: ShownPage | undefined) => void
}

/**
 * Opens the locked window, and keeps its page alive. The door is not loaded yet. A program that has died
 * repeatedly shows the support page first, for a while, and starts no other part, since one of them may be
 * what kills it.
 */
export async function keepPage(
  parts: KeepPageParts,
): Promise<{ readonly window: BrowserWindow; readonly keeper: PageKeeper }> {
  const { log, options, supervisor, brandFile, tablet, tellSupport } = parts
  const clock = inRealTime(parts.clock, options.demo?.speed ?? 1)
  const folder = app.getPath('userData')
  clearLeftovers(folder, log)
  const start = noteStart({ folder, log, version: app.getVersion() })
  app.on('quit', (_event, status) => (status === 0 ? start.isEnding() : undefined))
  // Without these handlers a signal ends the program without recording it.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  const session = await cutOffPageSession()
  servePage({ session, folder: join(import.meta.dirname, '../renderer'), brandFile, tablet })
  const isKiosk = options.demo === undefined
  const { window, page } = openKioskWindow(isKiosk)
  lockPage(window.webContents, log)
  cutOffWebRtc(window.webContents)
  if (isKiosk) lockWindow(window, { log, clock: parts.clock })
  denyPermissions(session)
  const giveUp = (): void => {
    log.error('gave-up', { because: 'not even the support page stays' })
    if (supervisor.patience !== undefined) return app.exit(1)
    // Only this code makes the pause before the next start.
    clock.after(pauseAfterDeaths(start.deaths), () => {
      app.relaunch()
      app.exit(1)
    })
  }
  const onSupportShown = (): void => {
    supervisor.isAlive()
    tellSupport(keeper.shown())
  }
  const keeper = createPageKeeper({ page, clock, log, onSupportShown, giveUp })
  keeper.onWell(start.isWell)
  window.on('closed', keeper.stop)
  app.on('window-all-closed', () => app.quit())
  // Chromium restarts each of these processes. After a restart of the graphics process the picture is gone
  // until the page has drawn it again. Keyring processes end after each call, which is normal.
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (name === keyringProcessName) return
    log.warn('process.gone', { type, reason, exitCode, name })
    if (type === 'GPU') keeper.interrupt()
  })
  if (isLoop(start.deaths)) {
    const pause = pauseAfterDeaths(start.deaths)
    log.error('program.resting', { pause, ...start.deaths })
    keeper.showSupport('programCrashes')
    await new Promise<void>((resolve) => clock.after(pause, resolve))
  }
  return { window, keeper }
}
