import { chown, copyFile, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { makeDoor } from '../harness/door.ts'
import { type HubSite, openHubSite } from '../harness/hub-site.ts'
import { openKiosk } from '../harness/kiosk.ts'
import { listeningPorts } from '../harness/listening-ports.ts'
import { commandLineOf, environmentOf, processTree } from '../harness/process-tree.ts'
import { adminPin, provision } from '../harness/provisioning.ts'
import { appSecret, openFeishu, type SmallFeishu } from '../harness/small-feishu.ts'
import { filesHaving, token } from '../harness/traces.ts'

const minute = 60_000
/** What `room-panel-hub doors --json` says of the one door. */
const told = v.tuple([v.object({ door: v.string() })])
const leading = { timeout: minute }

/** A tablet that never saw an app secret, and a site with a hub that leads. All of it ends with the story. */
async function aFreshTablet() {
  const ends: (() => Promise<unknown>)[] = []
  const atEnd = (end: () => Promise<unknown>): void => void ends.push(end)
  onTestFinished(async () => {
    // oxlint-disable-next-line no-await-in-loop -- the door before the hub, the hub before its services
    for (const end of ends.toReversed()) await end()
  }, minute)
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

/** As IT writes it, with a new code. */
async function anOrder(feishu: SmallFeishu, site: HubSite): Promise<string> {
  const { feishu: _app, room: _room, budget: _budget, ...rules } = feishu.configuration
  const config = { ...rules, hub: site.hub, checkIn: { mode: 'observe' } }
  return JSON.stringify({ config, enrolment: await site.enrolment(), adminPin })
}

test(
  'a tablet becomes a door of a hub by a code, and works without a secret of the app',
  { timeout: 6 * minute },
  async () => {
    const { kiosk, feishu, site, door, hub } = await aFreshTablet()

    // IT: a code at the hub, an order at the tablet.
    const order = await anOrder(feishu, site)
    const provisioned = await kiosk.run(['provision', ...door.args], order)
    expect(provisioned.output).toContain('keyring: ok, door password and PIN stored')
    expect(provisioned.output).toMatch(/^view: ok, Magnolia, 0 bookings, read \d+ s ago$/m)
    expect(provisioned.status).toBe(0)
    const again = await kiosk.run(['provision', ...door.args], order)
    expect(again.output).toMatch(/^enrolment: codeUsed \(codeUsed\)\. .*\nnothing was stored$/m)
    expect(again.status).toBe(1)

    // People: the room is free, a meeting begins, they check in, and end it.
    // As systemd starts it, which would start it anew when it ends.
    const supervised = { NOTIFY_SOCKET: '/run/nobody', WATCHDOG_USEC: '60000000' }
    const session = { ...kiosk.session, env: { ...kiosk.session.env, ...supervised } }
    const panel = await door.open(session)
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

    // IT again: the doctor, a picture for the hub, and monitoring.
    const { door: name } = v.parse(told, JSON.parse(await site.command('doors', '--json')))[0]
    const picture = join(dirname(door.userData), 'picture.jpg')
    const [doctor, pictured] = await Promise.all([
      kiosk.run(['doctor', ...door.args], ''),
      site.command('order', name, 'picture', '--out', picture),
    ])
    expect(pictured).toContain(`${name} shows what is in ${picture}`)
    expect((await readFile(picture)).subarray(0, 3).toString('hex')).toBe('ffd8ff')
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

    // IT at the hub has the program begin anew.
    await panel.endBy(async () =>
      expect(await site.command('order', name, 'restart')).toContain(`${name} restarts`),
    )
    expect(door.log().map(({ event }) => event)).toContain('program.restarts')
  },
)

test(
  'a door at work is given a hub by a file, and forgets the app secret that it had',
  { timeout: 6 * minute },
  async () => {
    const { kiosk, feishu, site, door, hub } = await aFreshTablet()
    const direct = await provision(kiosk, door.configFile, {
      config: feishu.configuration,
      appSecret,
      adminPin,
    })
    expect(direct.status).toBe(0)
    const asBefore = `${door.configFile}.direct`
    await copyFile(door.configFile, asBefore)
    const panel = await door.open()
    await panel.waitFor({ occupancy: 'free', connection: 'live' })

    const file = join(door.userData, 'room-panel-provision.json')
    await writeFile(file, await anOrder(feishu, site))
    const { uid, gid } = kiosk.session.user
    await chown(file, uid, gid)
    const events = () => door.log().map(({ event }) => event)
    await expect.poll(events, { timeout: 2 * minute }).toContain('order-file.stored')
    await expect.poll(events, { timeout: minute }).toContain('line.connected')
    await panel.waitFor({ occupancy: 'free', connection: 'live' })
    const doctor = await kiosk.run(['doctor', '--config', asBefore], '')
    expect(doctor.output).toMatch(/^secret: secretMissing/m)

    // From now on it knows its room from the hub alone.
    await hub.kill()
    await panel.waitFor({ connection: 'offline' })
  },
)
