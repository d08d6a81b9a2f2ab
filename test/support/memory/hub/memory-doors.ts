import type { CodeState, Door, DoorRegistry } from '../../../../hub/store/doors.ts'
import { type Instant, plus } from '../../../../shared/time/time.ts'
import type { Answering } from './answering.ts'

interface Code {
  readonly room: string
  readonly expiresAt: Instant
  readonly isUsed: boolean
}

export function createMemoryDoors({ any, now }: Answering): DoorRegistry {
  const doors = new Map<string, Door>()
  const codes = new Map<string, Code>()

  const stateOf = (hash: string): CodeState => {
    const code = codes.get(hash)
    if (code === undefined) return { kind: 'unknown' }
    if (code.isUsed) return { kind: 'used' }
    return code.expiresAt > now() ? { kind: 'valid', room: code.room } : { kind: 'expired' }
  }
  const change = (id: string, changed: (door: Door) => Door): boolean => {
    const door = doors.get(id)
    if (door !== undefined) doors.set(id, changed(door))
    return door !== undefined
  }
  return {
    list: () => any(() => [...doors.values()].toSorted(byRoom)),
    addCode: (hash, room, lifetime) =>
      any(() => void codes.set(hash, { room, expiresAt: plus(now(), lifetime), isUsed: false })),
    lookAtCode: (hash) => any(() => stateOf(hash)),
    redeemCode: (hash, id) =>
      any(() => {
        const [state, code] = [stateOf(hash), codes.get(hash)]
        if (state.kind !== 'valid' || code === undefined) return state
        codes.set(hash, { ...code, isUsed: true })
        doors.set(id, { id, room: code.room, isAssigned: true })
        return state
      }),
    unassign: (id) =>
      any(() => {
        const wasAssigned = doors.get(id)?.isAssigned === true
        return wasAssigned && change(id, (door) => ({ ...withPassword(door, undefined), isAssigned: false }))
      }),
    noteSession: (id, session) => any(() => change(id, (door) => ({ ...door, session }))),
    keepNextPassword: (id, password) => any(() => change(id, (door) => withPassword(door, password))),
  }
}

function withPassword(door: Door, password: string | undefined): Door {
  const { nextPassword: _, ...others } = door
  return password === undefined ? others : { ...others, nextPassword: password }
}

const byRoom = (one: Door, other: Door): number =>
  Number(`${one.room} ${one.id}` > `${other.room} ${other.id}`) * 2 - 1
