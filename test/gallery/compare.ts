import { existsSync } from 'node:fs'
import { type NativeImage, nativeImage } from 'electron'
import pixelmatch from 'pixelmatch'

/** How much of a picture may differ, as a share of its pixels: less than one short word of the smallest letters. */
const tolerated = 0.0005

/** What differs from the picture that is kept in `file`; nothing, if hardly anything does or there is none. */
export function differences(picture: NativeImage, file: string): readonly string[] {
  if (!existsSync(file)) return []
  const kept = nativeImage.createFromPath(file)
  const { width, height } = picture.getSize()
  if (kept.getSize().width !== width || kept.getSize().height !== height)
    return ['has another size than the picture that is kept']
  const count = pixelmatch(kept.toBitmap(), picture.toBitmap(), undefined, width, height, { threshold: 0.15 })
  return count / (width * height) <= tolerated ? [] : [`differs from the picture that is kept in ${count} px`]
}
