import { app, type BrowserWindow } from 'electron'
import type { OrderHandlers } from '../../engine/it-desk.ts'
import type { Clock, Log, Supervisor } from '../../engine/ports.ts'
import { picture } from '../../shared/line/messages.ts'
import { attempt } from '../adapters/disk/attempt.ts'
import { lastLogLines } from '../adapters/log/last-lines.ts'
import type { DiagnosisInput } from '../cli/doctor.ts'
import { takeJpeg } from '../window/take-picture.ts'
import { doctorsLines } from './admin-outside.ts'
import { logFolderIn } from './outside.ts'
import { inRealTime } from './real-time.ts'

export interface OrderHandlersParts {
  readonly window: BrowserWindow
  readonly clock: Clock
  /** How many times faster than real time it runs. */
  readonly rate: number
  readonly log: Log
  readonly supervisor: Pick<Supervisor, 'patience'>
  /** Collects the doctor's input, each time again. */
  readonly diagnosisInput: () => Promise<DiagnosisInput>
}

/** How much of the log IT is told, bytes: what fits into the parts of an answer. */
const longestLogs = 64 * 1024

/** What this tablet does when IT orders it. */
export const createOrderHandlers = (parts: OrderHandlersParts): OrderHandlers => ({
  picture: () => attempt(() => takeJpeg(parts.window, inRealTime(parts.clock, parts.rate), picture.longest)),
  doctor: async () => (await doctorsLines(await parts.diagnosisInput())).map(({ text }) => text),
  logs: () => lastLogLines(logFolderIn(app.getPath('userData')), longestLogs),
  restart: () => {
    parts.log.info('program.restarts', { because: 'ordered' })
    // Its unit starts it anew. Where none does, it does so itself.
    if (parts.supervisor.patience === undefined) app.relaunch()
    app.quit()
  },
})
