import type { Disk } from '../../main/adapters/disk.ts'
import type { Dice } from './dice.ts'

/** A disk that keeps what was synced, and of the rest what it likes. */
export interface LossyDisk extends Disk {
  /** The power goes: what was not synced may be there, may be gone, or half of it. */
  readonly losePower: () => void
  /** While set, it says no. */
  full: boolean
  /** What somebody does to a file behind the panel's back. */
  readonly spoil: (path: string) => boolean
}

/** A file's content as it is in memory, and as it would be found after a power cut. */
interface Content {
  text: string
  synced: string | undefined
}

export function createLossyDisk(dice: Dice): LossyDisk {
  const names = new Map<string, Content>()
  let namesSynced = new Map<string, Content>()
  const disk: LossyDisk = {
    full: false,
    read: async (path) => names.get(path)?.text,
    async write(path, text) {
      if (disk.full) throw new Error('No space left on the device')
      // A file of that name is emptied and filled again: the old content is gone for good.
      const content = names.get(path) ?? { text: '', synced: undefined }
      content.text = text
      content.synced = dice.chance(0.5) ? undefined : half(content.synced ?? text)
      names.set(path, content)
    },
    async sync(path) {
      const content = names.get(path)
      if (content === undefined) namesSynced = new Map(names)
      else content.synced = content.text
    },
    async rename(from, to) {
      const content = names.get(from)
      if (content === undefined) throw new Error('No such file')
      names.delete(from)
      names.set(to, content)
    },
    losePower() {
      const found = dice.chance(0.5) ? namesSynced : new Map([...names].filter(() => dice.chance(0.7)))
      // Names that were synced and not taken away since are there in any case.
      for (const [path, content] of namesSynced) if (!found.has(path)) found.set(path, content)
      names.clear()
      for (const [path, content] of found) {
        content.text = content.synced ?? (dice.chance(0.5) ? '' : half(content.text))
        content.synced = content.text
        names.set(path, content)
      }
      namesSynced = new Map(names)
    },
    spoil(path) {
      const content = names.get(path)
      if (content === undefined) return false
      content.text = half(content.text)
      content.synced = content.text
      return true
    },
  }
  return disk
}

const half = (text: string): string => text.slice(0, Math.floor(text.length / 2))
