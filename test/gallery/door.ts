import { join } from 'node:path'
import { BrowserWindow, ipcMain, session } from 'electron'
import * as v from 'valibot'
import { servePage, pageOrigin } from '../../main/window/app-page.ts'
import { requestChannel, snapshotChannel } from '../../shared/ipc/channels.ts'
import { requests } from '../../shared/ipc/contract.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Size } from './sizes.ts'

/** The product's own page in a hidden window, with the snapshot to show. */
export interface Door {
  readonly resize: (size: Size) => void
  /** Resolves when the page has painted it. */
  readonly show: (snapshot: Omit<Snapshot, 'revision'>) => Promise<void>
  /** Taps a control, and waits for the paint after it. */
  readonly tap: (mark: string) => Promise<void>
  readonly run: (script: string) => Promise<unknown>
  /** Of the page as it is after one more paint: what was loaded on demand may not have been painted yet. */
  readonly picture: () => Promise<Electron.NativeImage>
  /** A page that has forgotten all taps. */
  readonly reload: (path?: string) => Promise<void>
}

/** Time on the page stands still, so that a picture never depends on how fast it was taken. */
const stopTime = 'const stopped = performance.now(); performance.now = () => stopped'

/** `examiner` is a script that every page of ours gets. */
export async function openDoor(folder: string, examiner: string, first: Snapshot): Promise<Door> {
  servePage({
    session: session.defaultSession,
    folder: join(folder, 'renderer'),
    brandFile: (picture) => join(folder, 'brand', `${picture}.svg`),
    tablet: () => first.tablet,
  })
  let current = first
  let { revision } = first
  let painted: (revision: number) => void = () => {}
  const window = new BrowserWindow({
    frame: false,
    useContentSize: true,
    webPreferences: {
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      backgroundThrottling: false,
    },
  })
  ipcMain.handle(requestChannel('current'), () => current)
  ipcMain.handle(requestChannel('painted'), (_event, input: unknown) =>
    painted(v.parse(requests.painted.input, input).revision),
  )
  for (const name of ['touch', 'findRooms', 'checkIn', 'endMeeting', 'listRooms', 'diagnose'] as const)
    ipcMain.handle(requestChannel(name), () => {})

  const run = (script: string): Promise<unknown> => window.webContents.executeJavaScript(script)
  const nextPaint = (): Promise<unknown> =>
    run('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))')
  /** Until what the page loads on demand is there. */
  const loaded = (): Promise<unknown> =>
    run(`new Promise((done) => {
      const look = () => (document.querySelector('[aria-busy="true"]') ? requestAnimationFrame(look) : done(null))
      look()
    })`)
  const reload = async (path = '/'): Promise<void> => {
    // Another page may not speak the language of what was shown last.
    current = first
    await window.loadURL(`${pageOrigin}${path}`)
    await run(`{ ${stopTime} } null`)
    await run(examiner)
  }
  await reload()
  return {
    run,
    reload,
    resize: ({ width, height }) => {
      const [wide, high] = window.getContentSize()
      if (wide !== width || high !== height) window.setContentSize(width, height)
    },
    show: (snapshot) => {
      revision += 1
      const shown = { ...snapshot, revision }
      const isPainted = new Promise<void>((resolve) => {
        painted = (of) => (of === shown.revision ? resolve() : undefined)
      })
      current = shown
      window.webContents.send(snapshotChannel, shown)
      return isPainted
    },
    tap: async (mark) => {
      await run(`document.querySelector('[data-testid="${mark}"]').click()`)
      await nextPaint()
      await loaded()
    },
    picture: async () => {
      await nextPaint()
      return window.webContents.capturePage()
    },
  }
}
