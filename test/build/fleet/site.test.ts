import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { enrolDoor } from '../../../build/fleet/headless-door.ts'
import { startSite } from '../../../build/fleet/site.ts'
import { createClosing } from '../../../build/session/closing.mjs'
import { metricsIn } from '../../hub/metrics/metrics-in.ts'

// Five programs start, each in seconds on a machine that has other work.
test(
  'two doors of one room have one truth, and nothing is left of them at the end',
  { timeout: 90_000 },
  async ({ onTestFinished }) => {
    const closing = createClosing()
    onTestFinished(closing.close)
    const site = await startSite(closing.add)
    const [room = ''] = site.feishu.roomIds
    const doors = [
      await enrolDoor(site, await site.codeFor(room)),
      await enrolDoor(site, await site.codeFor(room)),
    ] as const
    for (const { stop } of doors) closing.add(stop)
    const meetings = () =>
      doors.map(({ panel }) => {
        const { occupancy } = panel.current()
        return 'booking' in occupancy ? occupancy.booking : occupancy.kind
      })
    // It began at the last quarter of an hour, and goes on until the next one after this.
    const running: unknown = expect.objectContaining({ title: 'Budget review' })
    await expect.poll(meetings, { timeout: 30_000 }).toEqual([running, running])
    const [meeting] = meetings()
    if (typeof meeting !== 'object') throw new Error('The door shows a meeting')
    void doors[0].panel.endMeeting(meeting.id)
    await expect.poll(meetings, { timeout: 5_000 }).toEqual(['free', 'free'])
    const metrics = metricsIn(await (await fetch(site.metricsUrl)).text())
    expect(metrics.get('room_panel_hub_oldest_reading_age_seconds')).toBeLessThan(60)
    expect(metrics.get('room_panel_hub_calls_total{outcome="done"}')).toBeGreaterThan(0)
    expect(
      metrics.get('room_panel_hub_messages_published_total{kind="view",outcome="taken"}'),
    ).toBeGreaterThan(1)
    const told = ['leading', 'epoch', 'rooms', 'doors', 'doors_silent', 'database_up', 'broker_connected']
    expect(told.map((name) => metrics.get(`room_panel_hub_${name}`))).toEqual([1, 1, 2, 2, 0, 1, 1])
    await closing.close()
    expect(existsSync(site.folder)).toBe(false)
    await expect(fetch(site.enrolmentUrl)).rejects.toThrow('fetch failed')
  },
)
