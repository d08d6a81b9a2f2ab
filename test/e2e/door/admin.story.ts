import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { vi } from 'vitest'
import { test } from '../harness/at-the-door.ts'
import type { DrivenPanel } from '../harness/driven-panel.ts'
import { adminPin } from '../harness/provisioning.ts'

async function enter(panel: DrivenPanel, pin: string): Promise<void> {
  for (const digit of pin) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await panel.tap(`pin-${digit}`)
  }
  await vi.waitUntil(async () => (await panel.evaluate(isOkOff)) === false, { timeout: 30_000 })
  await panel.tap('pin-ok')
}

/** Until the panel knows whether there is a PIN. */
const isOkOff = `return document.querySelector('[data-testid="pin-ok"]').disabled`

/** As bytes, and as the two bytes to each letter in which Chromium keeps some of its texts. */
const holds = (file: string, text: string): boolean =>
  readFileSync(file, 'latin1').includes(text) || readFileSync(file, 'utf16le').includes(text)

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('an administrator judges a booking, sets another room and ends the program, and no PIN is left behind', async ({
  feishu,
  door,
  expect,
}) => {
  const { event, mark } = feishu.book(feishu.at(-10), feishu.at(30))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: mark })

  await panel.tap('admin')
  await enter(panel, '0000')
  await expect.poll(() => panel.text('notice')).toContain('Wrong PIN. Try again.')
  await enter(panel, adminPin)

  await panel.tap('admin-accept')
  await panel.tap('confirm')
  await expect.poll(() => panel.text('notice')).toContain('Accepted. Check-in is still needed.')
  await panel.tap('admin-decline')
  await panel.tap('confirm')
  await expect.poll(() => panel.text('notice')).toContain('Declined. The booking is no longer in this room.')
  expect(feishu.replies()).toEqual(
    ['ACCEPTED_BY_ADMIN', 'DECLINED_BY_ADMIN'].flatMap((status) =>
      [Number(mark.split('/').at(-1)), 0].map((original_time) => ({
        room_id: feishu.room.id,
        uid: event.uid,
        original_time,
        status,
      })),
    ),
  )

  await panel.tap('admin-diagnose')
  await expect.poll(() => panel.text('admin-diagnosis')).toContain('Sign-in')
  expect(await panel.text('admin-diagnosis')).toContain('/open-apis/meeting_room/instance/reply 0')
  expect(await panel.text('admin-diagnosis')).toMatch(/Electron \d+/)
  await panel.waitFor({ occupancy: 'free', booking: '' })

  const audit = readFileSync(join(door.userData, 'audit.jsonl'), 'utf8').trim().split('\n')
  expect(audit.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { step: 'pin', outcome: 'wrong', inARow: 1 },
    { step: 'pin', outcome: 'right' },
    { verdict: 'accept', booking: mark, step: 'sending' },
    { verdict: 'accept', booking: mark, step: 'settled', outcome: 'done' },
    { verdict: 'decline', booking: mark, step: 'sending' },
    { verdict: 'decline', booking: mark, step: 'settled', outcome: 'done' },
  ])
  const page = String(await panel.evaluate('return document.documentElement.outerHTML + location.href'))
  const snapshot = JSON.stringify(await panel.evaluate('return panel.request("current")'))
  expect(page + snapshot).not.toContain(adminPin)

  const oak = feishu.world.addRoom({ name: 'Oak' })
  await panel.tap('admin-bookings')
  await panel.tap('admin-rooms')
  // Magnolia, Oak: in the order of their names.
  await expect.poll(() => panel.text('room-1')).toContain('Oak')
  await panel.tap('room-1')
  await panel.tap('confirm')
  await expect.poll(() => panel.text('notice')).toContain('Done. This panel now shows Oak.')
  expect(JSON.parse(readFileSync(door.configFile, 'utf8'))).toMatchObject({ room: { id: oak.id } })
  await panel.waitFor({ occupancy: 'free', connection: 'live' })

  await panel.tap('admin-bookings')
  await panel.tap('admin-leave-kiosk')
  await panel.tapToEnd('confirm')
  const files = filesIn(dirname(door.userData))
  expect(files.filter((file) => holds(file, mark))).not.toEqual([])
  expect(files.filter((file) => holds(file, adminPin))).toEqual([])
})

test('an administrator’s actions are refused without the PIN, and a lock-out outlives the program', async ({
  feishu,
  door,
  expect,
}) => {
  const { mark } = feishu.book(feishu.at(-10), feishu.at(30))
  await writeFile(join(door.userData, 'pin-tries.json'), '{"wrong":4}')
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: mark })
  const asked = `return panel.request('giveVerdict', { bookingId: '${mark}', verdict: 'decline' })`
  expect(await panel.evaluate(asked)).toBe('noSession')
  expect(await panel.evaluate('return panel.request("leaveKiosk", undefined)')).toBe('noSession')

  await panel.tap('admin')
  await enter(panel, '0000')
  await expect.poll(() => panel.text('notice')).toContain('Too many wrong attempts.')
  await panel.kill9()
  const next = await door.open()
  await next.tap('admin')
  await expect.poll(() => next.text('notice')).toMatch(/Try again in \d+ sec\./)
  expect(feishu.world.callsTo('reply')).toBe(0)
})
