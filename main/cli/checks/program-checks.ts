import { type Check, failed, fine } from './check.ts'

export interface ProgramCheckParts {
  readonly program: ProgramVersions
}

export interface ProgramVersions {
  readonly version: string
  readonly electron: string
}

/**
 * Checks the program itself. A trial build (`npm run deb -- --trial`) has an arbitrary Electron, and is not
 * for a door.
 */
export const programChecks = ({ program: { version, electron } }: ProgramCheckParts): readonly Check[] => [
  {
    name: 'program',
    look: async () => {
      const told = `${version}, Electron ${electron}`
      return version.endsWith('~trial') ? failed('trialBuild', told) : fine(told)
    },
  },
]
