import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { chown } from 'node:fs/promises'
import { endProcess } from '../../../build/session/end-process.mjs'
import { ordinaryUser, spawnAs } from '../../../build/session/ordinary-user.mjs'
import { type Page, pageOf } from '../../bench/browser/page.ts'
import { openPipe } from '../../bench/browser/pipe.ts'

export interface Chromium {
  readonly page: Page
  readonly end: () => Promise<void>
}

/** Debian's Chromium without a window, with an empty page, for a reader of this language. With its sandbox, so not as root. */
export async function startChromium(language = 'en-US'): Promise<Chromium> {
  const user = ordinaryUser()
  const home = await mkdtemp(join(tmpdir(), 'room-panel-chromium-'))
  await chown(home, user.uid, user.gid)
  const switches = ['--headless', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe']
  const child = spawnAs(
    user,
    ['chromium', ...switches, `--user-data-dir=${home}`, `--accept-lang=${language}`, 'about:blank'],
    { env: { PATH: process.env['PATH'], HOME: home }, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const [, , , toBrowser, fromBrowser] = child.stdio
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new Error('Chromium could not be started')
  return {
    page: await pageOf(openPipe(toBrowser, fromBrowser)),
    end: async () => {
      await endProcess(child)
      await rm(home, { recursive: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
