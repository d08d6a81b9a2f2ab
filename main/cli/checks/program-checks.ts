import { type Check, failed, fine } from './check.ts'

export interface ProgramCheckParts {
  readonly program: ProgramVersions
}

export interface ProgramVersions {
  readonly version: string
  readonly electron: string
}

/** What runs here: a trial (`npm run deb -- --trial`) has whatever Electron was at hand, and is not for a door. */
export const programChecks = ({ program: { version, electron } }: ProgramCheckParts): readonly Check[] => [
  {
    name: 'program',
    look: async () => {
      const told = `${version}, Electron ${electron}`
      return version.endsWith('~trial') ? failed('trialBuild', told) : fine(told)
    },
  },
]
