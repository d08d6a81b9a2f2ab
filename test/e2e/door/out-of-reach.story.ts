import { spawnSync } from 'node:child_process'
import { foreignClient } from '../../support/foreign-client.ts'
import { test } from '../harness/at-the-door.ts'
import { minute } from '../harness/during-grace.ts'

const wholeDisplay = { x: 0, y: 0, width: 1280, height: 800 }

const on = (display: string, ...[command = '', ...args]: readonly string[]): string => {
  const env = { ...process.env, DISPLAY: display }
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** What another program does to the display. */
const deeds: readonly (readonly [
  name: string,
  reason: string,
  deed: (display: string) => Promise<unknown>,
])[] = [
  [
    'covered by another window',
    'covered',
    async (display) => (await foreignClient(display)).show(wholeDisplay, { overrideRedirect: true }),
  ],
  [
    'under a window that only catches touches',
    'covered',
    async (display) => (await foreignClient(display)).show(wholeDisplay, { class: 'inputOnly' }),
  ],
  [
    'taken off the display',
    'unmapped',
    async (display) => on(display, 'xdotool', 'search', '--name', '^Room Panel$', 'windowunmap'),
  ],
  ['behind a screen saver', 'dark', async (display) => on(display, 'xset', 's', 'activate')],
  [
    'on an output that is off',
    'dark',
    async (display) => on(display, 'xrandr', '--fb', '1280x800', '--output', 'screen', '--off'),
  ],
]

test.for(deeds)(
  'a page that is %s from 9 s before the start earns no release, and IT can read why',
  { timeout: 4 * minute },
  async ([, reason, deed], { kiosk, feishu, door, expect }) => {
    await door.configure({
      ...feishu.configuration,
      checkIn: { mode: 'auto', opensMinutesBefore: 1, graceMinutes: 1 },
    })
    // Five panels begin in turn before; a touch, to have one find the booking sooner, would give it another grace.
    const start = feishu.at(1.25)
    const meeting = feishu.book(start, feishu.at(30))
    const panel = await door.open()
    await panel.waitFor({ occupancy: 'checkInOpen', connection: 'live', booking: meeting.mark })
    await expect.poll(feishu.world.now, { timeout: minute }).toBeGreaterThan(start - 9000)
    const told = () => door.log().filter(({ event }) => event === 'page.unreachable')
    // A machine that stalls may have told of a display that could not be asked.
    const before = told().length
    await deed(door.display)
    await expect.poll(feishu.world.now, { timeout: 2 * minute }).toBeGreaterThan(start + 1.3 * minute)
    expect(feishu.world.callsTo('reply')).toBe(0)

    const since = told().slice(before)
    expect(since.map(({ facts }) => facts)).toEqual([{ reason }])
    expect((await kiosk.run(['status', ...door.args], '')).output).toContain(`unreachable: ${reason}`)
    expect((await kiosk.run(['doctor', ...door.args], '')).output).toContain(
      `page: pageUnreachable (${reason})`,
    )
  },
)
