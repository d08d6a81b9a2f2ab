import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NativeImage, nativeImage } from 'electron'
import pixelmatch from 'pixelmatch'

/** How much of a picture may differ, as a share of its pixels: less than one short word of the smallest letters. */
const tolerated = 0.0005

export interface KeptPictures {
  /** The difference from the kept picture of this name; undefined if it is very small, or if none is kept. */
  readonly differences: (picture: NativeImage, name: string) => readonly string[]
}

/** Another Chromium draws letters in another way: pictures are compared by the Electron that they were taken with. */
export function openKeptPictures(folder: string): KeptPictures {
  const takenWith = join(folder, 'electron-version')
  const isComparable =
    existsSync(takenWith) && readFileSync(takenWith, 'utf8').trim() === process.versions.electron
  return {
    differences: (picture, name) => {
      const file = join(folder, `${name}.png`)
      return isComparable && existsSync(file) ? compared(picture, nativeImage.createFromPath(file)) : []
    },
  }
}

function compared(picture: NativeImage, kept: NativeImage): readonly string[] {
  const { width, height } = picture.getSize()
  if (kept.getSize().width !== width || kept.getSize().height !== height)
    return ['has another size than the picture that is kept']
  const count = pixelmatch(kept.toBitmap(), picture.toBitmap(), undefined, width, height, { threshold: 0.15 })
  return count / (width * height) <= tolerated ? [] : [`differs from the picture that is kept in ${count} px`]
}
