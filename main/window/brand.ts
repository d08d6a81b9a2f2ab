import type { DoorPanelParts } from '../../engine/panel/door-panel.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { BrandFile } from './app-page.ts'

type SetUpSource = Pick<DoorPanelParts, 'setUp' | 'followConfiguration'>

/** The pictures that IT chose for the door. */
export interface Brand {
  /** A source that is handed on as it is; what pictures its configuration names is known from then on. */
  readonly learningFrom: (source: SetUpSource) => SetUpSource
  readonly fileOf: BrandFile
}

export function createBrand(): Brand {
  let files: ReadonlyMap<string, string | undefined> = new Map()
  const learn = ({ display: { logo, background } }: Configuration): void => {
    files = new Map(Object.entries({ logo, background }))
  }
  return {
    learningFrom: ({ setUp, followConfiguration }) => ({
      setUp: (standing, previewConfiguration) =>
        setUp(standing, async (configuration) => {
          learn(configuration)
          await previewConfiguration(configuration)
        }),
      followConfiguration: (take) =>
        followConfiguration(async (read) => {
          if (read.ok) learn(read.value)
          await take(read)
        }),
    }),
    fileOf: (picture) => files.get(picture),
  }
}
