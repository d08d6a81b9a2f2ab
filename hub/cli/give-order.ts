import type { OrderKind } from '../../shared/line/door-messages.ts'
import { isDoorId } from '../../shared/line/topics.ts'
import { ok, type Result } from '../../shared/result.ts'
import { orderDoor, type OrderDoorParts } from '../orders/order-door.ts'
import { createPicturePipe, openPictureFile, type PictureFile } from './picture-file.ts'
import { problemText, reasonOf } from './problem-text.ts'

export interface GiveOrderParts extends Omit<OrderDoorParts, 'onTaken'> {
  /** Prints one line for IT. */
  readonly say: (line: string) => void
  /** Standard output, for a picture. */
  readonly pour: (bytes: Uint8Array) => Promise<void>
}

/**
 * Gives a door an order, and prints what it answers. A picture is stored in `out`, or in a file that is named by door
 * and time in the present folder; a file that is there already is left as it is. `-` is standard output.
 */
export async function giveOrder(
  parts: GiveOrderParts,
  door: string,
  kind: OrderKind,
  out?: string,
): Promise<0 | 1> {
  const { say, clock } = parts
  const failed = (sentence: string): 1 => {
    say(sentence)
    return 1
  }
  if (!isDoorId(door)) return failed(problemText({ code: 'doorUnknown' }))
  const place = kind === 'picture' ? await placeFor(parts, out ?? fileFor(door, clock.now())) : undefined
  if (place?.ok === false) return failed(notStored(place.error))
  const answered = await orderDoor({ ...parts, onTaken: () => say(`${door} takes it up`) }, door, kind)
  if (!answered.ok || answered.value.kind !== 'picture') await place?.value.discard()
  if (!answered.ok) return failed(problemText(answered.error))
  switch (answered.value.kind) {
    case 'lines':
      answered.value.lines.forEach(say)
      return 0
    case 'restarting':
      say(`${door} restarts`)
      return 0
    case 'picture': {
      const written = await place?.value.write(answered.value.jpeg)
      if (written?.ok === false) return failed(notStored(written.error))
      say(`${door} shows what is in ${place?.value.path ?? ''}`)
      return 0
    }
  }
}

const placeFor = async ({ pour }: GiveOrderParts, out: string): Promise<Result<PictureFile, unknown>> =>
  out === '-' ? ok(createPicturePipe(pour)) : openPictureFile(out)

const notStored = (cause: unknown): string =>
  `the picture can’t be stored: ${reasonOf(cause)}. --out names another file, or - for standard output.`

/** No name of Windows' or of a shell's has a colon in it. */
const fileFor = (door: string, now: number): string =>
  `${door}-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.jpg`
