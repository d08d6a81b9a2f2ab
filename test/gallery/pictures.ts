import type { Snapshot } from '../../shared/domain/snapshot.ts'
import { type Scene, type SceneName, scenes } from './scenes.ts'
import { nameOf, type Size, sizes } from './sizes.ts'

/** One picture of the gallery. */
export interface Picture {
  /** Also the name of its file. */
  readonly name: string
  readonly scene: Scene
  readonly size: Size
  readonly locale: Snapshot['locale']
}

const locales = ['en-US', 'zh-CN', 'ja-JP'] as const

const sceneNames = Object.keys(scenes).filter((name): name is SceneName => name in scenes)

/** Every screen in every size and language. */
export const allPictures: readonly Picture[] = sceneNames.flatMap((name) =>
  sizes.flatMap((size) => locales.map((locale) => pictureOf(name, size, locale))),
)

function pictureOf(scene: SceneName, size: Size, locale: Snapshot['locale']): Picture {
  return { name: `${scene}.${nameOf(size)}.${locale}`, scene: scenes[scene], size, locale }
}
