import { expect, test } from 'vitest'
import { aShare } from '../../../../support/a-share.ts'
import { onSimulatedFeishu } from '../../../../support/on-simulated-feishu.ts'

/** The real client on a simulated company, and the calls that were counted for the month. */
function aCompany(callsPerMonth = 8000) {
  let spent = 0
  const { world, app, room, calendar } = onSimulatedFeishu({
    callsPerMonth,
    counter: { count: () => void (spent += 1), shareOf: (all) => aShare(spent)(all) },
  })
  const addRooms = (count: number) => {
    for (let index = 0; index < count; index++) {
      const [building, floor] = [`omb_b${index % 5}`, `omb_b${index % 5}f${index % 10}`]
      world.addLevel([building], `Building ${index % 5}`)
      world.addLevel([building, floor], `Floor ${index % 10}`)
      world.addRoom({ name: `Room ${index}`, capacity: 4, levels: [building, floor] })
    }
  }
  return { world, app, room, calendar, addRooms, spent: () => spent }
}

test('a thousand rooms are listed in their levels, in as few calls as pages, and the calls count', async () => {
  const { world, room, calendar, addRooms, spent } = aCompany()
  addRooms(999)
  world.addRoom({ tenant: world.addTenant(), name: 'Theirs' })
  const listed = await calendar.readRooms()
  const rooms = listed.ok ? listed.value : expect.fail(listed.error.code)
  expect(rooms).toHaveLength(1000)
  expect(rooms[0]).toEqual({ id: room.id, name: 'Magnolia', capacity: 8, place: ['North Tower', 'F2'] })
  expect(rooms.find(({ name }) => name === 'Room 7')?.place).toEqual(['Building 2', 'Floor 7'])
  expect(rooms.map(({ name }) => name)).not.toContain('Theirs')
  expect(world.callsTo('rooms')).toBe(10)
  expect(world.callsTo('levelsByIds')).toBe(1)
  expect(spent()).toBe(11)
})

test('without the scope for the list it says which one is missing, and the room is read all the same', async () => {
  const { world, app, calendar } = aCompany()
  world.removeScope(app, 'vc:room:readonly')
  const scopes = ['vc:room:readonly', 'vc:room']
  expect(await calendar.readRooms()).toMatchObject({ ok: false, error: { code: 'scopeMissing', scopes } })
  expect((await calendar.readRoom()).ok).toBe(true)
})

test('a list takes no more than the panel’s own part of the month, and the few calls beyond it', async () => {
  const { world, calendar, addRooms, spent } = aCompany(4)
  addRooms(3999)
  expect(await calendar.readRooms()).toMatchObject({ ok: false, error: { code: 'shareSpent' } })
  expect(spent()).toBe(34)
  expect(world.callsTo('rooms')).toBe(34)
})
