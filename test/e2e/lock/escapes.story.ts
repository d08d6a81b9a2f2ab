import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '../harness/at-the-door.ts'
import { allEnded } from '../harness/process-tree.ts'
import { attempts } from './escapes/attempts.ts'
import { openHand } from './escapes/hand.ts'
import { atHome, settleIn } from './escapes/home.ts'
import { openXDisplay } from './escapes/x-display.ts'

/** What the package's panel.conf is there for; and a window that is scaled is the harder one to fit. */
const scale = 1.25

test('no way out of the list is one, and the program ends when it is told to', async ({
  kiosk,
  feishu,
  door,
  onTestFinished,
  expect,
}) => {
  const display = await openXDisplay(kiosk.session.user)
  onTestFinished(display.stop)
  display.turn('landscape')
  const logo = join(kiosk.folder, 'logo.svg')
  await writeFile(
    logo,
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>',
  )
  await door.configure({ ...feishu.configuration, display: { logo } })

  const session = { ...kiosk.session, env: { ...kiosk.session.env, ...display.env } }
  const panel = await door.open(session, [`--force-device-scale-factor=${scale}`])
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
  const home = await settleIn(panel, display)
  const hand = await openHand({ panel, display, session, args: door.args })
  for (const { name, by } of attempts) {
    expect.soft((await by(hand)) ?? undefined, name).toBeUndefined()
    home.knock()
    await expect.poll(home.look, { message: name, timeout: 5000 }).toEqual({ ...atHome, zoom: [scale, 1] })
  }
  process.kill(panel.pid, 'SIGTERM')
  await allEnded([panel.pid])
})
