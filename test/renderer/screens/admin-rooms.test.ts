// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { freshMenu, type OpenMenu } from '../../../shared/admin/admin.ts'
import type { ListedRoom, RoomOutcome } from '../../../shared/admin/room-setting.ts'
import { seconds } from '../../../shared/time/time.ts'
import { inUse } from '../snapshots.ts'
import { stage } from '../stage.ts'

const menu = (over: Partial<OpenMenu> = {}, revision = 2) =>
  inUse({ revision, room: { name: 'Magnolia' }, admin: { ...freshMenu, ...over } })

const room = (name: string, ...place: readonly string[]): ListedRoom => ({
  id: `omm_${name}`,
  name,
  capacity: 8,
  place,
})
const magnolia = room('Magnolia', 'North', 'F1')
const inTwoBuildings = [magnolia, room('Oak', 'North', 'F2'), room('Pine', 'South', 'F1')]
const listed = (rooms: readonly ListedRoom[], over: Partial<OpenMenu> = {}) =>
  menu({ rooms: { kind: 'read', rooms, current: magnolia.id }, ...over }, 3)

const thousand = Array.from({ length: 1000 }, (_, index) => room(`Room ${index + 1}`))

test('the list of rooms is read on request, and says that it is being read', async () => {
  const { main, press, push, marked } = await stage(menu())
  expect(main.askedFor('listRooms')).toEqual([])
  await press('admin-rooms')
  expect(main.askedFor('listRooms')).toHaveLength(1)
  await push(menu({ rooms: { kind: 'reading' } }, 3))
  expect(marked('admin-rooms-told')?.textContent).toBe('Loading rooms…')
})

test('a room is found by its levels, and set by a second tap that names both', async () => {
  const { main, press, marked, find } = await stage(listed(inTwoBuildings))
  await press('admin-rooms')
  expect(marked('room-0')?.textContent).toBe('North2 rooms')
  expect(marked('room-1')?.textContent).toBe('South1 room')
  expect(marked('room-up')).toBeNull()
  await press('room-0')
  await press('room-1')
  expect(find('.room-where p')?.textContent).toBe('North · F2')
  expect(marked('room-0')?.textContent).toBe('Oak8 seats')
  await press('room-0')
  expect(find('.admin-question')?.textContent).toContain(
    'Change this panel’s room?Magnolia → Oak · North · F2',
  )
  expect(main.askedFor('setRoom')).toEqual([])
  await press('confirm')
  await press('confirm')
  expect(main.askedFor('setRoom')).toEqual([{ name: 'setRoom', input: { roomId: 'omm_Oak' } }])
})

test('the way back is one tap for each level', async () => {
  const { press, marked, find } = await stage(listed(inTwoBuildings))
  await press('admin-rooms')
  await press('room-0')
  await press('room-0')
  await press('room-up')
  expect(find('.room-where p')?.textContent).toBe('North')
  await press('room-up')
  expect(find('.room-where p')?.textContent).toBe('Now: Magnolia')
  expect(marked('room-1')?.textContent).toContain('South')
})

test('the room that the door shows can’t be chosen, and says why', async () => {
  const { press, marked } = await stage(listed([magnolia, room('Oak')]))
  await press('admin-rooms')
  await press('room-0')
  expect(marked('room-0')?.textContent).toBe('Magnoliathis panel’s room')
  expect(marked('room-0')?.hasAttribute('disabled')).toBe(true)
  expect(marked('confirm')).toBeNull()
})

test('one of a thousand rooms on one floor is found by the keys of its number', async () => {
  const { main, press, marked, find } = await stage(listed(thousand))
  await press('admin-rooms')
  await press('room-search')
  expect(marked('room-typed')?.textContent).toContain('Type a number or the first letters.')
  expect(marked('admin-leave')).toBeNull()
  for (const digit of '5007')
    // oxlint-disable-next-line no-await-in-loop -- one tap after the other
    await press(`room-key-${digit}`)
  expect(marked('room-typed')?.textContent).toBe('5007 No room matches.')
  await press('room-key-delete')
  expect(marked('room-typed')?.textContent).toBe('500 1 room')
  await press('room-0')
  expect(find('.admin-question')?.textContent).toContain('Room 500')
  await press('confirm')
  expect(main.askedFor('setRoom')).toEqual([{ name: 'setRoom', input: { roomId: 'omm_Room 500' } }])
  expect(marked('room-typed')).toBeNull()
})

test('the search is left by its own key, and forgets what was typed', async () => {
  const { press, marked } = await stage(listed(thousand))
  await press('admin-rooms')
  await press('room-search')
  await press('room-key-5')
  await press('room-search-close')
  expect(marked('room-0')?.textContent).toContain('Room 1')
  await press('room-search')
  expect(marked('room-typed')?.textContent).toContain('Type a number')
})

test('pages are turned to both ends and no further', async () => {
  const { press, marked, find } = await stage(listed(thousand.slice(0, 14)))
  await press('admin-rooms')
  expect(marked('room-previous')?.hasAttribute('disabled')).toBe(true)
  await press('room-next')
  await press('room-next')
  await press('room-next')
  expect(find('.room-page')?.textContent).toBe('3 / 3')
  expect(marked('room-next')?.hasAttribute('disabled')).toBe(true)
  expect(marked('room-1')?.textContent).toContain('Room 14')
  expect(marked('room-2')).toBeNull()
})

test('the question goes by itself after 10 seconds', async () => {
  const { main, press, marked, advance } = await stage(listed([magnolia, room('Oak')]))
  await press('admin-rooms')
  await press('room-1')
  await advance(seconds(10))
  expect(marked('confirm')).toBeNull()
  expect(main.askedFor('setRoom')).toEqual([])
})

test.each([
  [
    { kind: 'failed', reason: 'scopeMissing', scopes: ['vc:room:readonly', 'vc:room'] },
    'The app needs a permission. IT can add it in the developer console: vc:room:readonly / vc:room',
  ],
  [{ kind: 'failed', reason: 'scopeMissing' }, 'in the developer console: vc:room:readonly'],
  [{ kind: 'failed', reason: 'quotaSpent' }, 'The rooms can’t be loaded.'],
  [{ kind: 'failed', reason: 'notSetUp' }, 'IT can set its room with room-panel provision.'],
  [{ kind: 'read', rooms: [], current: 'omm_1' }, 'The app has no access to any room.'],
] as const)('without a list, %o, it says why', async (rooms, words) => {
  const { press, marked } = await stage(menu({ rooms }))
  await press('admin-rooms')
  expect(marked('admin-rooms-told')?.textContent).toContain(words)
})

const settled = (outcome: RoomOutcome) =>
  listed(inTwoBuildings, {
    roomSetting: { kind: 'settled', from: 'Magnolia', to: { id: 'omm_Oak', name: 'Oak' }, outcome },
  })

test.each<readonly [RoomOutcome, string]>([
  [{ kind: 'done' }, 'Done. This panel now shows Oak.'],
  [{ kind: 'stored' }, 'Saved. This panel will show Oak within a minute.'],
  [{ kind: 'refused', reason: 'roomUnreadable' }, 'Nothing was changed.'],
  [
    { kind: 'refused', reason: 'notWritable', file: '/etc/room-panel/config.json' },
    'IT can enter the room in the file: /etc/room-panel/config.json: room.id = omm_Oak',
  ],
  [{ kind: 'refused', reason: 'notAudited' }, 'could not be recorded in the audit file.'],
  [{ kind: 'refused', reason: 'configurationInvalid' }, 'IT needs to fix it first.'],
])('says of %o what came of it', async (outcome, words) => {
  const { press, marked } = await stage(settled(outcome))
  await press('admin-rooms')
  expect(marked('notice')?.textContent).toContain(words)
})

test('while a room is being set no other can be chosen, and a line says what is done', async () => {
  const { press, marked } = await stage(
    listed([magnolia, room('Oak')], {
      roomSetting: { kind: 'setting', from: 'Magnolia', to: { id: 'omm_Oak', name: 'Oak' } },
    }),
  )
  await press('admin-rooms')
  expect(marked('room-1')?.hasAttribute('disabled')).toBe(true)
  expect(marked('notice')?.textContent).toBe('Checking Oak first…')
})
