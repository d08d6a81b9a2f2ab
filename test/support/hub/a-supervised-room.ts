import type { OrderHandlers } from '../../../engine/it-desk.ts'
import { giveOrder } from '../../../hub/cli/give-order.ts'
import { hearDoors } from '../../../hub/cli/heard-doors.ts'
import { tellStatus } from '../../../hub/cli/tell-status.ts'
import type { OrderKind } from '../../../shared/line/door-messages.ts'
import { seconds } from '../../../shared/time/time.ts'
import { at } from '../builders.ts'
import { lineTo } from '../line/line-door.ts'
import { aCompany } from './a-company.ts'
import { notingHandlers } from './order-handlers.ts'

/** A room that is in use, with two doors, of which the first takes orders; and IT at the command line. */
export async function aSupervisedRoom(over: Partial<OrderHandlers> = {}) {
  const company = await aCompany('10:05')
  const { world, clock, rooms, broker, store } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  world.book(room, { from: at('10:00'), to: at('11:00') })
  await company.assign(room.id, 'door-a', 'door-b')
  const hub = await company.hub('hub-1')
  const { orders, handlers } = notingHandlers(over)
  const a = await company.door('door-a', { orderHandlers: handlers })
  const b = await company.door('door-b')
  // A report ten seconds after another one at the earliest, and the first ones were from before the first view.
  await clock.advance(seconds(40))
  const line = lineTo(broker, clock, 'hub-command')
  await clock.advance(0)
  const said: string[] = []
  const { doors, audit } = store
  const parts = { doors, audit, by: 'lin', say: (text: string): void => void said.push(text), asJson: false }
  const status = async (asJson = false) => {
    const told = hearDoors({ line, clock }).then((heard) =>
      tellStatus({ ...parts, asJson, heard, now: clock.now() }),
    )
    await clock.advance(seconds(2))
    await told
    return said.splice(0)
  }
  let ids = 0
  const poured: Uint8Array[] = []
  const order = async (door: string, kind: OrderKind, ms = seconds(1), over: Partial<typeof parts> = {}) => {
    const newId = () => `order-${(ids += 1)}`
    const pour = async (bytes: Uint8Array) => void poured.push(bytes)
    const given = giveOrder({ ...parts, ...over, line, clock, newId, pour }, door, kind, '-')
    await clock.advance(ms)
    return { given, said: said.splice(0) }
  }
  const acts = async () => {
    const entered = await audit.latest(9)
    return entered.ok ? entered.value.map(({ act, door, outcome }) => [act, door, outcome]) : []
  }
  return { ...company, room, hub, a, b, line, orders, poured, said, status, order, acts }
}
