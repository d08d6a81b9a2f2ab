import { app } from 'electron'
import { type Hold, hold, isHeld, socketFor } from '../adapters/disk/panel-lock.ts'

/** One panel works with a folder. Windows has a lock of its own for that, which ends with its process. */

/** Takes the folder for this process. */
export async function holdFolder(): Promise<Hold> {
  if (process.platform !== 'win32') return hold(socket())
  return { kind: app.requestSingleInstanceLock() ? 'mine' : 'another' }
}

export async function isPanelRunning(): Promise<boolean> {
  if (process.platform !== 'win32') return isHeld(socket())
  const isFree = app.requestSingleInstanceLock()
  // A mere check must not keep a panel from starting.
  if (isFree) app.releaseSingleInstanceLock()
  return !isFree
}

const socket = (): string => socketFor(app.getPath('userData'), process.env['XDG_RUNTIME_DIR'])
