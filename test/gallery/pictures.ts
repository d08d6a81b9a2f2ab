import { locales } from '../../shared/languages/locales.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Scene } from './scene.ts'
import { type SceneName, scenes } from './scenes.ts'
import { nameOf, type Size, sizes } from './sizes.ts'

type Theme = Snapshot['appearance']['theme']

/** One picture of the gallery. */
export interface Picture {
  /** Also the name of its file. */
  readonly name: string
  readonly scene: Scene
  readonly size: Size
  readonly locale: string
  readonly theme: Theme
}

const sceneNames = Object.keys(scenes).filter((name): name is SceneName => name in scenes)

/** Every screen in every size: in each language by the dark theme, and once by the light one. */
export const allPictures: readonly Picture[] = sceneNames.flatMap((name) =>
  sizes.flatMap((size) => picturesOf(name, size)),
)

/** Two dozen that are compared with kept ones: each screen once, and each size, language and theme among them. */
export const chosenPictures: readonly Picture[] = (
  [
    ['free', [1280, 800], 'en-US', 'dark'],
    ['free', [480, 800], 'zh-CN', 'light'],
    ['free-all-day', [800, 480], 'ja-JP', 'light'],
    ['free-tomorrow', [1024, 600], 'en-US', 'light'],
    ['given-back', [1280, 800], 'en-US', 'dark'],
    ['check-in-open', [1024, 600], 'ja-JP', 'dark'],
    ['awaiting', [1280, 800], 'zh-CN', 'dark'],
    ['awaiting', [600, 1024], 'en-US', 'light'],
    ['last-minute', [1280, 800], 'en-US', 'dark'],
    ['in-use', [1280, 800], 'en-US', 'light'],
    ['in-use', [800, 480], 'zh-CN', 'dark'],
    ['checked-in', [1024, 600], 'en-US', 'dark'],
    ['two-check-ins', [800, 480], 'en-US', 'dark'],
    ['end-question', [1280, 800], 'en-US', 'dark'],
    ['end-question', [480, 800], 'ja-JP', 'dark'],
    ['not-ended', [800, 1280], 'en-US', 'light'],
    ['unknown', [1280, 800], 'en-US', 'dark'],
    ['unknown', [480, 800], 'zh-CN', 'dark'],
    ['out-of-service', [1024, 600], 'zh-CN', 'light'],
    ['not-set-up', [800, 480], 'en-US', 'dark'],
    ['long-names', [1024, 600], 'en-US', 'dark'],
    ['right-to-left', [480, 800], 'en-US', 'dark'],
    ['crowded', [1280, 800], 'en-US', 'light'],
    ['night-free', [1024, 600], 'en-US', 'dark'],
    ['titled', [1280, 800], 'en-US', 'dark'],
    ['pin-pad', [800, 480], 'zh-CN', 'dark'],
    ['pin-locked', [1024, 600], 'en-US', 'light'],
    ['admin-menu', [1280, 800], 'ja-JP', 'light'],
    ['decline-question', [480, 800], 'en-US', 'dark'],
    ['room-question', [800, 480], 'zh-CN', 'dark'],
    ['brand-in-use', [1024, 600], 'en-US', 'dark'],
  ] as const
).map(([scene, [width, height], locale, theme]) => pictureOf(scene, { width, height }, locale, theme))

function picturesOf(name: SceneName, size: Size): readonly Picture[] {
  const { page, trialLocale = page && 'en-US' }: Scene = scenes[name]
  if (trialLocale !== undefined) return [pictureOf(name, size, trialLocale, 'dark')]
  return [
    ...locales.map((locale) => pictureOf(name, size, locale, 'dark')),
    pictureOf(name, size, 'en-US', 'light'),
  ]
}

function pictureOf(scene: SceneName, size: Size, locale: string, theme: Theme): Picture {
  const name = `${scene}.${nameOf(size)}.${locale}.${theme}`
  return { name, scene: scenes[scene], size, locale, theme }
}
