import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { enrolDoor } from '../../../build/fleet/headless-door.ts'
import { startSite } from '../../../build/fleet/site.ts'
import { createClosing } from '../../../build/session/closing.mjs'

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
    const shown = () => doors.map(({ panel }) => panel.occupancy())
    await expect.poll(shown, { timeout: 30_000 }).toEqual(['awaitingCheckIn', 'awaitingCheckIn'])
    const [arriving] = doors[0].panel.current().checkIns
    void doors[0].panel.checkIn(arriving?.id ?? '')
    await expect.poll(shown, { timeout: 5_000 }).toEqual(['inUse', 'inUse'])
    await closing.close()
    expect(existsSync(site.folder)).toBe(false)
    await expect(fetch(site.enrolmentUrl)).rejects.toThrow('fetch failed')
  },
)
