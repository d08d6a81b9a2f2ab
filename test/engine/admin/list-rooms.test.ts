import { expect, test } from 'vitest'
import { createListRooms, type RoomDirectory } from '../../../engine/admin/list-rooms.ts'
import { createPanelStore } from '../../../engine/panel/panel-store.ts'
import { err, ok } from '../../../shared/result.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'

const oak = { id: 'omm_oak', name: 'Oak', place: ['North Tower'] }

function aMenu(directory: RoomDirectory | 'hubDecides' | undefined) {
  const panel = createPanelStore()
  panel.apply({ kind: 'admin', event: { kind: 'knocked' } })
  panel.apply({ kind: 'admin', event: { kind: 'opened' } })
  const rooms = () => {
    const { admin } = panel.current()
    return admin.kind === 'open' ? admin.rooms : admin
  }
  const listRooms = createListRooms({ panel, log: createMemoryLog(), directory: () => directory })
  return { panel, rooms, listRooms }
}

test('says that it reads, and then what it read', async () => {
  const { rooms, listRooms } = aMenu({ current: 'omm_magnolia', readRooms: async () => ok([oak]) })
  expect(rooms()).toEqual({ kind: 'none' })
  const listing = listRooms()
  expect(rooms()).toEqual({ kind: 'reading' })
  await listing
  expect(rooms()).toEqual({ kind: 'read', rooms: [oak], current: 'omm_magnolia' })
})

test('two requests share one list, which is read once', async () => {
  let readings = 0
  const { rooms, listRooms } = aMenu({
    current: 'omm_magnolia',
    readRooms: async () => ((readings += 1), ok([oak])),
  })
  await Promise.all([listRooms(), listRooms()])
  expect(readings).toBe(1)
  expect(rooms()).toMatchObject({ kind: 'read' })
})

test('says which scope is missing', async () => {
  const scopes = ['vc:room:readonly', 'vc:room']
  const { rooms, listRooms } = aMenu({
    current: 'omm_magnolia',
    readRooms: async () => err({ code: 'scopeMissing', scopes }),
  })
  await listRooms()
  expect(rooms()).toEqual({ kind: 'failed', reason: 'scopeMissing', scopes })
})

test('a panel that is not set up says so', async () => {
  const { rooms, listRooms } = aMenu(undefined)
  await listRooms()
  expect(rooms()).toEqual({ kind: 'failed', reason: 'notSetUp' })
})

test('a door with a hub lists no rooms to choose from, for the hub decides', async () => {
  const { rooms, listRooms } = aMenu('hubDecides')
  await listRooms()
  expect(rooms()).toEqual({ kind: 'failed', reason: 'hubDecides' })
})

test('after a defect of ours the administrator gets an answer', async () => {
  const { rooms, listRooms } = aMenu({
    current: 'omm_magnolia',
    readRooms: async () => {
      throw new TypeError('a defect')
    },
  })
  await expect(listRooms()).rejects.toThrow('a defect')
  expect(rooms()).toEqual({ kind: 'failed', reason: 'unexpected' })
})
