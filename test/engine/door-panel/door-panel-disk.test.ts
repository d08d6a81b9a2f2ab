import { expect, test } from 'vitest'
import { statusOf } from '../../../shared/snapshot/status.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { ghost } from '../../support/a-ghost.ts'

test('a disk that turns read-only is said at the door, which shows the room and gives none back, until it takes something', async () => {
  const { until, panel, shown, journal, calendar, occupancy } = await aDoorWithPage('09:50')
  expect(shown.at(-1)?.isKeepingNothing).toBeUndefined()
  journal.failing = 'unwritable'
  // The status file was not taken.
  panel.doubtDisk()
  await until('09:51')
  const snapshot = shown.at(-1) ?? expect.fail('nothing was shown')
  expect(snapshot).toMatchObject({ isKeepingNothing: true, occupancy: { kind: 'free' } })
  expect(statusOf(snapshot)).toMatchObject({ isKeepingNothing: true, occupancy: 'free' })
  await until('10:20')
  expect(occupancy()).toBe('inUse')
  expect(calendar.replies).toEqual([])
  journal.failing = undefined
  await until('10:22')
  expect(shown.at(-1)?.isKeepingNothing).toBeUndefined()
  await panel.checkIn(ghost.id)
  expect(journal.written.at(-1)?.checkIns).toHaveLength(1)
})
