import { dequal } from 'dequal/lite'
import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import type { DoorNews } from '../../shared/console/door-row.ts'
import { seconds } from '../../shared/time/time.ts'
import { hearRows } from './heard-rows.ts'
import { createListedDoors, type ListedDoorsParts } from './listed-doors.ts'

export interface DoorFeedParts extends ListedDoorsParts {
  readonly line: Line
  readonly clock: Clock
}

/** All doors as they are, and what changes about them. */
export interface DoorFeed {
  readonly all: () => Promise<DoorNews>
  /** That the hub is here, without any door. */
  readonly pulse: () => DoorNews
  /** Calls `tell` with each change. Returns the function that ends it. */
  readonly follow: (tell: (news: DoorNews) => void) => Cancel
  /** Looks at the list of doors now, and not only with the next beat. */
  readonly look: () => Promise<void>
  readonly stop: Cancel
}

/** How often the list of doors is read while somebody looks, ms. */
const betweenLists = seconds(5)
/** Changes that come together are told together, ms. */
const gatheredFor = 200

/** Hears all doors from now on, also while nobody looks. Asks the database only while somebody does. */
export function createDoorFeed({ line, clock, ...parts }: DoorFeedParts): DoorFeed {
  const listeners = new Set<(news: DoorNews) => void>()
  const list = createListedDoors(parts)
  let told: DoorNews | undefined
  let nextTell: Cancel | undefined
  let nextList: Cancel | undefined

  const heard = hearRows({ line, clock, onHeard: () => gather() })
  const present = (): DoorNews => ({
    now: clock.now(),
    rows: list.all().map((door) => heard.of(door, list.roomOf(door))),
    isWhole: true,
    gone: [],
    isBrokerConnected: line.isConnected(),
    isDatabaseUp: list.isDatabaseUp(),
  })
  const tell = (): void => {
    nextTell = undefined
    const now = present()
    const news = newsBetween(told, now)
    told = now
    if (news !== undefined) for (const listener of listeners) listener(news)
  }
  const gather = (): void => {
    if (listeners.size > 0) nextTell ??= clock.after(gatheredFor, tell)
  }
  const look = async (): Promise<void> => {
    await list.look()
    gather()
  }
  const beat = (): void => {
    nextList = clock.after(betweenLists, () => {
      void look()
      beat()
    })
  }
  return {
    all: async () => {
      await look()
      return present()
    },
    pulse: () => ({ ...present(), rows: [], isWhole: false }),
    follow: (listener) => {
      if (listeners.size === 0) {
        told = present()
        beat()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) nextList?.()
      }
    },
    look,
    stop: () => {
      listeners.clear()
      for (const stop of [heard.stop, nextTell, nextList]) stop?.()
    },
  }
}

/** What is to be told to those who know `before`; undefined for nothing. */
function newsBetween(before: DoorNews | undefined, now: DoorNews): DoorNews | undefined {
  const known = new Map(before?.rows.map((row) => [row.door, row]))
  const rows = now.rows.filter((row) => !dequal(row, known.get(row.door)))
  for (const { door } of now.rows) known.delete(door)
  const gone = [...known.keys()]
  const isSame =
    before?.isBrokerConnected === now.isBrokerConnected && before.isDatabaseUp === now.isDatabaseUp
  return isSame && rows.length + gone.length === 0 ? undefined : { ...now, rows, isWhole: false, gone }
}
