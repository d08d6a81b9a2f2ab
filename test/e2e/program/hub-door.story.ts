import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { makeDoor } from '../harness/door.ts'
import { openHubSite } from '../harness/hub-site.ts'
import { openKiosk } from '../harness/kiosk.ts'
import { listeningPorts } from '../harness/listening-ports.ts'
import { commandLineOf, environmentOf, processTree } from '../harness/process-tree.ts'
import { adminPin } from '../harness/provisioning.ts'
import { appSecret, openFeishu } from '../harness/small-feishu.ts'
import { filesHaving, token } from '../harness/traces.ts'

const minute = 60_000
const leading = { timeout: minute }

/** A tablet that never saw an app secret, and a site with a hub that leads. */
async function aFreshTablet(atEnd: (end: () => Promise<unknown>) => void) {
  const kiosk = await openKiosk()
  atEnd(kiosk.close)
  const feishu = await openFeishu()
  atEnd(feishu.close)
  const site = await openHubSite(kiosk, feishu)
  atEnd(site.close)
  const door = await makeDoor(kiosk)
  atEnd(door.close)
  const hub = await site.startHub()
  await expect.poll(hub.events, leading).toContain('hub.leads')
  return { kiosk, feishu, site, door, hub }
}

test(
  'a tablet becomes a door of a hub by a code, and works without a secret of the app',
  { timeout: 6 * minute },
  async ({ onTestFinished }) => {
    const ends: (() => Promise<unknown>)[] = []
    onTestFinished(async () => {
      // oxlint-disable-next-line no-await-in-loop -- the door before the hub, the hub before its services
      for (const end of ends.toReversed()) await end()
    }, minute)
    const { kiosk, feishu, site, door, hub } = await aFreshTablet((end) => ends.push(end))

    // IT: a code at the hub, an order at the tablet.
    const { feishu: _app, room: _room, budget: _budget, ...rules } = feishu.configuration
    const config = { ...rules, hub: site.hub, checkIn: { mode: 'observe' } }
    const order = JSON.stringify({ config, enrolment: await site.enrolment(), adminPin })
    const provisioned = await kiosk.run(['provision', ...door.args], order)
    expect(provisioned.output).toContain('keyring: ok, door password and PIN stored')
    expect(provisioned.output).toMatch(/^view: ok, Magnolia, 0 bookings, read \d+ s ago$/m)
    expect(provisioned.status).toBe(0)
    const again = await kiosk.run(['provision', ...door.args], order)
    expect(again.output).toMatch(/^enrolment: codeUsed \(codeUsed\)\. .*\nnothing was stored$/m)
    expect(again.status).toBe(1)

    // People: the room is free, a meeting begins, they check in, and end it.
    const panel = await door.open()
    await panel.waitFor({ occupancy: 'free', connection: 'live' })
    const meeting = feishu.bookDaily(feishu.fromNow(-1), feishu.fromNow(30))
    await panel.waitFor({ occupancy: 'awaitingCheckIn', connection: 'live', booking: meeting.mark })
    await panel.tap('check-in')
    await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
    await panel.tap('end-meeting')
    await panel.tap('confirm')
    await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
    await expect.poll(() => panel.text('notice')).toContain('The meeting has ended')
    expect(feishu.replies()).toMatchObject([{ status: 'ENDED_BEFORE_DUE' }])

    // IT again: the doctor, and monitoring.
    const doctor = await kiosk.run(['doctor', ...door.args], '')
    expect(doctor.output).toMatch(
      /^password: ok\nname: ok, 127\.0\.0\.1\nauthority: ok, .*\nbroker: ok\nTLS: ok\nlogin: ok\nhub: ok, epoch 1\nclock: ok, .*\nview: ok, Magnolia, .*$/m,
    )
    expect(doctor.status).toBe(0)
    expect(JSON.parse((await kiosk.run(['health', ...door.args], '')).output)).toMatchObject({
      ok: true,
      hub: { broker: site.hub.broker },
      calls: null,
    })
    // The doctor came by a connection of its own.
    expect(await panel.marks()).toMatchObject({ occupancy: 'free', connection: 'live' })

    // Law 1 of the fleet: no app secret and no token at a door with a hub, and no open port.
    const processes = processTree(panel.pid)
    expect(listeningPorts(processes)).toHaveLength(1) // ChromeDriver's own
    const tellsASecret = (text: string): boolean => token.test(text) || text.includes(appSecret)
    const surroundings = processes.map((pid) => `${commandLineOf(pid)}${environmentOf(pid)}`).join()
    expect(tellsASecret(surroundings)).toBe(false)
    expect(filesHaving(kiosk.folder, tellsASecret)).toEqual([])
    expect(filesHaving(dirname(door.userData), (text) => text.includes(site.hub.broker))).toContain(
      door.configFile,
    )

    // The hub dies, and another one takes over.
    await hub.kill()
    await panel.waitFor({ connection: 'offline' })
    const later = feishu.bookDaily(feishu.fromNow(-1), feishu.fromNow(30))
    const next = await site.startHub()
    await expect.poll(next.events, leading).toContain('hub.leads')
    // Who has checked in at this time is there for this booking, too.
    await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: later.mark })
  },
)
