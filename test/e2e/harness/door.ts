import { chown, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startDisplay } from '../../../build/session/display.mjs'
import { type DrivenPanel, drivePanel } from './driven-panel.ts'
import { keepEvidence } from './evidence.ts'
import type { Kiosk, Session } from './kiosk.ts'
import { type LogLine, readLog } from './panel-log.ts'

/** One story's place on a tablet: a configuration, a data folder, and the panels that it starts there. */
export interface Door {
  /** What the program is started with. */
  readonly args: readonly string[]
  readonly configFile: string
  readonly userData: string
  /** The number of its own display: on one that doors share, each would be covered by the next. */
  readonly display: string
  readonly configure: (configuration: unknown) => Promise<void>
  /** Starts a panel; after `kill9` or `stop` the next one finds what the last one left. `switches` are Chromium's. */
  readonly open: (session?: Session, switches?: readonly string[]) => Promise<DrivenPanel>
  readonly log: () => readonly LogLine[]
  /** Keeps what may explain a failure, and gives the folder where it is. */
  readonly keepEvidence: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function makeDoor({ folder, session: ordinary }: Kiosk): Promise<Door> {
  const place = await mkdtemp(join(folder, 'door-'))
  const [configFile, userData] = [join(place, 'config.json'), join(place, 'data')]
  await mkdir(userData)
  for (const path of [place, userData]) await chown(path, ordinary.user.uid, ordinary.user.gid)
  const args = [`--config=${configFile}`, `--user-data-dir=${userData}`]
  const panels = new Set<DrivenPanel>()
  const display = await startDisplay(ordinary.user)

  return {
    args,
    configFile,
    userData,
    display: display.env.DISPLAY,
    configure: (configuration) => writeFile(configFile, JSON.stringify(configuration)),
    open: async (session = ordinary, switches = []) => {
      // A story that brings a display of its own has its reasons.
      const isElsewhere = session.env['DISPLAY'] !== ordinary.env['DISPLAY']
      const env = { ...session.env, ...(!isElsewhere && display.env) }
      const panel = await drivePanel({ session: { ...session, env }, args: [...args, ...switches] })
      const forget =
        <Input extends readonly unknown[]>(end: (...input: Input) => Promise<void>) =>
        async (...input: Input) => {
          panels.delete(panel)
          await end(...input)
        }
      const { kill9, crash, tapToEnd, endBy, stop } = panel
      const ends = {
        kill9: forget(kill9),
        crash: forget(crash),
        tapToEnd: forget(tapToEnd),
        endBy: forget(endBy),
        stop: forget(stop),
      }
      const tracked = { ...panel, ...ends }
      panels.add(panel)
      return tracked
    },
    log: () => readLog(userData),
    keepEvidence: () => keepEvidence([...panels], userData),
    close: async () => {
      await Promise.all([...panels].map(({ stop }) => stop()))
      await display.stop()
    },
  }
}
