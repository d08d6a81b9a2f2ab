import type { DoorPanelParts } from '../door-panel.ts'
import type { BrandFile } from './app-page.ts'

type SetUp = DoorPanelParts['setUp']

/** The pictures that IT chose for the door. */
export interface Brand {
  /** A set-up that is handed on as it is; what pictures its configuration names is known from then on. */
  readonly learningFrom: (setUp: SetUp) => SetUp
  readonly fileOf: BrandFile
}

export function createBrand(): Brand {
  let files: ReadonlyMap<string, string | undefined> = new Map()
  return {
    learningFrom: (setUp) => async () => {
      const done = await setUp()
      if (done.ok) {
        const { logo, background } = done.value.configuration.display
        files = new Map(Object.entries({ logo, background }))
      }
      return done
    },
    fileOf: (picture) => files.get(picture),
  }
}
