import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Notice } from './notice.ts'

/** The name of the fault, for IT. It is in the corner, apart from the visitors' sentences. */
export const itCodeOf = (snapshot: Snapshot, notice: Notice | undefined): string | undefined =>
  codeOfNotice(notice) ?? codeOfState(snapshot)

function codeOfNotice(notice: Notice | undefined): string | undefined {
  if (notice?.kind === 'notCheckedIn' || notice?.kind === 'notEnded') return notice.reason
  if (notice?.kind === 'keepingNothing') return 'notWritable'
  return notice?.kind === 'panelFailed' ? notice.kind : undefined
}

const codeOfState = ({ occupancy }: Snapshot): string | undefined =>
  occupancy.kind === 'unknown' && occupancy.reason !== 'starting' ? occupancy.reason : undefined

/** Whether no reading exists yet, not even of the panel that ran before: then the panel only says that it starts. */
export const knowsNothing = ({
  occupancy,
  connection,
}: Pick<Snapshot, 'occupancy' | 'connection'>): boolean =>
  occupancy.kind === 'unknown' && occupancy.reason === 'starting' && connection.readAt === undefined
