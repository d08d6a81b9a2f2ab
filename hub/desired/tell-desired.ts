import type { Line } from '../../engine/line/line.ts'
import type { Log } from '../../engine/ports.ts'
import { fnv1a } from '../../shared/fnv-1a.ts'
import { encodeMessage, parseMessage } from '../../shared/line/codec.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromEveryDoor, lineVersion, speakerIn, toTopic } from '../../shared/line/topics.ts'
import type { BrokerAdmin } from '../broker/broker-admin.ts'
import { adoptPassword } from '../enrolment/rotation.ts'
import type { Door } from '../store/doors.ts'
import type { HubStore } from '../store/hub-store.ts'

export interface TellDesiredParts {
  readonly line: Line
  readonly log: Log
  readonly store: Pick<HubStore, 'audit' | 'doors'>
  readonly broker: Pick<BrokerAdmin, 'setPassword'>
}

export interface TellDesired {
  /** To call with the assigned doors as the store has them. */
  readonly look: (doors: readonly Door[]) => void
  readonly stop: () => void
}

/**
 * Tells each door the next password that it is given, and makes it the only one once the door says that it has stored
 * it. The hub that leads does so. What a door says is for the hub alone to read, and names no password.
 */
export function tellDesired({ line, log, store, broker }: TellDesiredParts): TellDesired {
  let known: readonly Door[] = []
  /** The next password of each door as the broker has it. */
  const told = new Map<string, string | undefined>()
  const adopting = new Set<string>()

  const tell = async ({ id, nextPassword }: Door): Promise<void> => {
    told.set(id, nextPassword)
    const desired = {
      v: lineVersion,
      version: 0,
      ...(nextPassword !== undefined && { nextPassword }),
    } as const
    const payload = encodeMessage(desired)
    if (!payload.ok) return log.error('desired.not-written', { ...payload.error })
    const message = { ...messages.desired, topic: toTopic(id, 'desired'), payload: payload.value }
    if ((await line.publish(message)) !== 'taken') told.delete(id)
  }
  const look = (doors: readonly Door[]): void => {
    known = doors
    for (const door of doors) if (told.get(door.id) !== door.nextPassword) void tell(door)
  }
  const adopt = async (door: Door): Promise<void> => {
    if (adopting.has(door.id)) return
    adopting.add(door.id)
    const adopted = await adoptPassword({ ...store, broker }, door.id)
    adopting.delete(door.id)
    if (!adopted.ok) return log.warn('password.not-adopted', { door: door.id, ...adopted.error })
    log.info('password.adopted', { door: door.id })
    const { nextPassword: _, ...settled } = door
    known = known.map((one) => (one === door ? settled : one))
    await tell(settled)
  }
  const heard = (id: string, stored: string): void => {
    const door = known.find((one) => one.id === id)
    if (door === undefined) return
    if (door.nextPassword !== undefined && fnv1a(door.nextPassword) === stored) void adopt(door)
    // The broker still has a password that was adopted, as after the end of the hub that did so.
    else if (door.nextPassword === undefined && !adopting.has(id)) void tell(door)
  }
  const stops = [
    line.subscribe(fromEveryDoor('reported'), ({ topic, payload }) => {
      const id = speakerIn(topic)?.door
      const report = parseMessage('reported', payload)
      if (id !== undefined && report.ok && report.value.storedPassword !== undefined)
        heard(id, report.value.storedPassword)
    }),
    // A broker that was started anew has lost what it retained.
    line.onConnection(() => {
      if (!line.isConnected()) return
      told.clear()
      look(known)
    }),
  ]
  return { look, stop: () => stops.forEach((stop) => stop()) }
}
