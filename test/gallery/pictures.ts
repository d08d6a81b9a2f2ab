import type { Snapshot } from '../../shared/domain/snapshot.ts'
import { type Scene, type SceneName, scenes } from './scenes.ts'
import { nameOf, type Size, sizes } from './sizes.ts'

type Locale = Snapshot['locale']
type Theme = Snapshot['appearance']['theme']

/** One picture of the gallery. */
export interface Picture {
  /** Also the name of its file. */
  readonly name: string
  readonly scene: Scene
  readonly size: Size
  readonly locale: Locale
  readonly theme: Theme
}

const locales = ['en-US', 'zh-CN', 'ja-JP'] as const

const sceneNames = Object.keys(scenes).filter((name): name is SceneName => name in scenes)

/** Every screen in every size: in each language by the dark theme, and once by the light one. */
export const allPictures: readonly Picture[] = sceneNames.flatMap((name) =>
  sizes.flatMap((size) => [
    ...locales.map((locale) => pictureOf(name, size, locale, 'dark')),
    pictureOf(name, size, 'en-US', 'light'),
  ]),
)

function pictureOf(scene: SceneName, size: Size, locale: Locale, theme: Theme): Picture {
  const name = `${scene}.${nameOf(size)}.${locale}.${theme}`
  return { name, scene: scenes[scene], size, locale, theme }
}
