import { app } from 'electron'
import type { AdminPorts } from '../../engine/admin/administration.ts'
import type { LastAnswers } from '../../engine/calendars/feishu/calls/last-answers.ts'
import type { Vault } from '../../engine/secrets.ts'
import type { DiagnosisLine } from '../../shared/set-up/diagnosis.ts'
import { createAuditFile } from '../adapters/log/audit-file.ts'
import { toJournal } from '../adapters/log/journal.ts'
import { createAdminPin } from '../adapters/secrets/admin-pin.ts'
import { createPinTriesFile } from '../adapters/secrets/pin-tries-file.ts'
import type { DiagnosisInput } from '../cli/doctor.ts'

export interface AdminOutsideParts {
  readonly vault: Pick<Vault, 'read'>
  readonly answers: Pick<LastAnswers, 'list'>
  /** The folder of the panel's own files. */
  readonly folder: string
  /** Collects the doctor's input, each time again. */
  readonly diagnosisInput: () => Promise<DiagnosisInput>
}

/** The part of the composition that only an administrator at the door needs. */
export function createAdminOutside({
  vault,
  answers,
  folder,
  diagnosisInput,
}: AdminOutsideParts): AdminPorts {
  return {
    pin: createAdminPin(vault),
    tries: createPinTriesFile({ folder }),
    audit: createAuditFile({ folder, copy: toJournal(process) }),
    diagnose: async () => {
      // Taken before the doctor's own calls replace them.
      const last = answers.list()
      return { lines: await doctorsLines(await diagnosisInput()), answers: last, versions: versions() }
    },
    leaveKiosk: () => app.quit(),
  }
}

/** The doctor's lines, for people who are not at a command line. */
export async function doctorsLines(input: DiagnosisInput): Promise<readonly DiagnosisLine[]> {
  // Loaded only on demand, so that the doctor takes no memory in a panel that is never asked for it.
  const [{ examine }, { diagnosisLine }] = await Promise.all([
    import('../cli/doctor.ts'),
    import('../cli/checks/check-line.ts'),
  ])
  const lines = await examine(input)
  return lines.map(diagnosisLine)
}

const versions = (): readonly string[] => [
  `Room Panel ${app.getVersion()}`,
  `Electron ${process.versions.electron}`,
  `Chromium ${process.versions['chrome']}`,
]
