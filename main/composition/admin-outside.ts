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
  /** Where the panel keeps its own files. */
  readonly folder: string
  /** What the doctor looks at, found out anew each time. */
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
      // Before the doctor's own calls take their place.
      const last = answers.list()
      return { lines: await doctorsLines(await diagnosisInput()), answers: last, versions: versions() }
    },
    leaveKiosk: () => app.quit(),
  }
}

async function doctorsLines(input: DiagnosisInput): Promise<readonly DiagnosisLine[]> {
  // Loaded only here, so that a panel which nobody asks carries no doctor in its memory.
  const [{ examine }, { lineText }, { isBad }] = await Promise.all([
    import('../cli/doctor.ts'),
    import('../cli/checks/check-line.ts'),
    import('../cli/checks/check.ts'),
  ])
  const lines = await examine(input)
  return lines.map((line) => ({ text: lineText(line), isWell: !isBad(line) }))
}

const versions = (): readonly string[] => [
  `Room Panel ${app.getVersion()}`,
  `Electron ${process.versions.electron}`,
  `Chromium ${process.versions['chrome']}`,
]
