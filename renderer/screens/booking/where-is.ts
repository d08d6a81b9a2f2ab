import type { FindWords } from '../../../shared/languages/find-words.ts'
import type { NearRoom } from '../../../shared/reserving/near-rooms.ts'

/** Where a room is from here: by the stairs in this building, and by its names in another one. */
export function whereIs({ floorsUp, place }: NearRoom, words: FindWords): string {
  if (floorsUp === undefined) return place.slice(-2).join(' · ')
  if (floorsUp === 0) return words.sameFloor
  const way = floorsUp > 0 ? words.floorsUp(floorsUp) : words.floorsDown(-floorsUp)
  return `${way} (${place.at(-1)})`
}
