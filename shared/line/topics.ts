/** The major version of the messages between door and hub. It is part of every topic. */
export const lineVersion = 1

const root = `rp/${lineVersion}`

/** The hub's messages to one door. */
const toDoor = ['room', 'desired', 'answer', 'order'] as const
/** One door's messages to the hub. */
const fromDoor = ['presence', 'reported', 'event', 'ask', 'picture', 'told'] as const

export type ToDoor = (typeof toDoor)[number]
export type FromDoor = (typeof fromDoor)[number]

/** A door's id, which is also the name of its account at the broker. No character of it means anything in a topic. */
const doorId = /^[a-z0-9][a-z0-9-]{0,62}$/

export const isDoorId = (text: string): boolean => doorId.test(text)

/**
 * Doors are addressed and not rooms, so that the broker's rules stay the same when a door is given another
 * room: `%u` in a rule is the door's id.
 */
export const toTopic = (door: string, what: ToDoor): string => `${root}/door/${door}/to/${what}`

export const fromTopic = (door: string, what: FromDoor): string => `${root}/door/${door}/from/${what}`

/** Every door's topics of one kind, for the hub. */
export const fromEveryDoor = (what: FromDoor): string => `${root}/door/+/from/${what}`

export const pulseTopic = `${root}/hub/pulse`

/** The room's occupancy without names, for dashboards. */
export const siteTopic = (room: string): string => `${root}/site/${room}/state`

/** The door that speaks in a topic of `fromEveryDoor`; undefined for any other topic. */
export function speakerIn(topic: string): { readonly door: string; readonly what: FromDoor } | undefined {
  const [, door, tail] = /^rp\/1\/door\/([^/]+)\/from\/([^/]+)$/.exec(topic) ?? []
  const what = fromDoor.find((known) => known === tail)
  return door !== undefined && what !== undefined && isDoorId(door) ? { door, what } : undefined
}

/** The topics that an account may read and write at the broker, by filters. */
export interface TopicRights {
  readonly read: readonly string[]
  readonly write: readonly string[]
}

/** A door's rights. With `%u` in the place of its id they are the pattern for all doors. */
export const doorRights = (door: string): TopicRights => ({
  read: [`${root}/door/${door}/to/#`, pulseTopic],
  write: [`${root}/door/${door}/from/#`],
})

export const hubRights: TopicRights = {
  read: [`${root}/door/+/from/#`, pulseTopic],
  write: [`${root}/door/+/to/#`, pulseTopic, `${root}/site/#`],
}
