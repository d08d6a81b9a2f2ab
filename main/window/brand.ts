import type { ConfigurationSource } from '../../engine/ports.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { BrandFile } from './app-page.ts'

/** The pictures that IT chose for the door. */
export interface Brand {
  /**
   * Returns the same source. The brand learns the files of the pictures from each configuration that passes.
   */
  readonly learningFrom: (source: ConfigurationSource) => ConfigurationSource
  readonly fileOf: BrandFile
}

export function createBrand(): Brand {
  let files: ReadonlyMap<string, string | undefined> = new Map()
  const learn = (read: Result<Configuration, SetUpProblem>): void => {
    if (!read.ok) return
    const { logo, background } = read.value.display
    files = new Map(Object.entries({ logo, background }))
  }
  return {
    learningFrom: (source) => ({
      ...source,
      read: async () => {
        const read = await source.read()
        learn(read)
        return read
      },
      follow: (take) =>
        source.follow(async (read) => {
          learn(read)
          await take(read)
        }),
    }),
    fileOf: (picture) => files.get(picture),
  }
}
