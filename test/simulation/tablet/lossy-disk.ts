import { dirname } from 'node:path'
import type { Disk } from '../../../main/adapters/disk/disk.ts'
import type { Dice } from '../time/dice.ts'

/** A disk that keeps synced data through a power cut, and an arbitrary part of the rest. */
export interface LossyDisk {
  /** The disk as a program sees it. `step` carries each of its steps out: at once, later, or never. */
  readonly through: (step: Step) => Disk
  /** What was not synced is lost, torn or kept, as the dice fall. */
  readonly losePower: () => void
  /** From now on every call fails with this, or none does. */
  readonly refuse: (reason: string | undefined) => void
  readonly refuses: () => boolean
  readonly textOf: (path: string) => string | undefined
  /** A person or a program overwrites a file with rubbish. */
  readonly spoil: (path: string, text: string) => void
  /** Files are gone for good, as after a repair of the file system. */
  readonly lose: (isLost: (path: string) => boolean) => void
}

export type Step = <Result>(act: () => Result) => Promise<Result>

interface Inode {
  text: string
  isSynced: boolean
}

type Names = Map<string, Inode>
type NameChange = (names: Names) => void

export function createLossyDisk(dice: Dice): LossyDisk {
  let names: Names = new Map()
  let syncedNames: Names = new Map()
  /** Changes of names that a power cut may undo, oldest first. */
  let unsynced: { readonly folder: string; readonly change: NameChange }[] = []
  let refusal: string | undefined

  const change = (path: string, apply: NameChange): void => {
    apply(names)
    unsynced.push({ folder: dirname(path), change: apply })
  }
  const refuseIfSo = (): void => {
    if (refusal !== undefined) throw new Error(refusal)
  }

  return {
    through: (step) => ({
      read: (path) =>
        step(() => {
          refuseIfSo()
          return names.get(path)?.text
        }),
      write: (path, text) =>
        step(() => {
          const inode = names.get(path) ?? { text: '', isSynced: false }
          if (!names.has(path)) change(path, (all) => void all.set(path, inode))
          // A full disk may take half of it.
          Object.assign(inode, {
            text: refusal === undefined ? text : text.slice(0, text.length / 2),
            isSynced: false,
          })
          refuseIfSo()
        }),
      rename: (from, to) =>
        step(() => {
          refuseIfSo()
          const inode = names.get(from)
          if (inode === undefined) throw new Error('ENOENT')
          change(to, (all) => void (all.delete(from), all.set(to, inode)))
        }),
      sync: (path) =>
        step(() => {
          refuseIfSo()
          const inode = names.get(path)
          if (inode !== undefined) return void (inode.isSynced = true)
          for (const one of unsynced) if (one.folder === path) one.change(syncedNames)
          unsynced = unsynced.filter(({ folder }) => folder !== path)
        }),
    }),
    losePower() {
      // A file system writes its names in their order, as far as it got.
      const kept = unsynced.slice(0, dice.between(0, unsynced.length))
      for (const one of kept) one.change(syncedNames)
      unsynced = []
      for (const inode of new Set(syncedNames.values())) {
        if (!inode.isSynced) inode.text = inode.text.slice(0, dice.between(0, inode.text.length))
        inode.isSynced = true
      }
      names = new Map(syncedNames)
    },
    refuse: (reason) => void (refusal = reason),
    refuses: () => refusal !== undefined,
    textOf: (path) => names.get(path)?.text,
    spoil(path, text) {
      const inode = names.get(path)
      if (inode !== undefined) inode.text = text
    },
    lose(isLost) {
      for (const all of [names, syncedNames])
        for (const path of all.keys()) if (isLost(path)) all.delete(path)
      unsynced = []
    },
  }
}
